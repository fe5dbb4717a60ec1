package comms.sentry;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where Sentry is.
 *
 * @param url its base address, for example {@code https://acme.sentry.io}; without one there is no
 *     way to it
 * @param organization the organization's short name, where the address alone does not tell it
 */
@ConfigurationProperties("comms.sentry")
record SentrySettings(@Nullable String url, @Nullable String organization) {

  /** The address without a slash at its end. */
  Optional<URI> base() {
    if (url == null || url.isBlank()) {
      return Optional.empty();
    }
    URI base = URI.create(url.strip().replaceAll("/+$", ""));
    if (!"https".equals(base.getScheme()) && !"http".equals(base.getScheme())) {
      throw new IllegalArgumentException("comms.sentry.url is no web address: " + url);
    }
    return Optional.of(
        organization == null || organization.isBlank()
            ? base
            : URI.create(base + "/organizations/" + organization.strip()));
  }
}
