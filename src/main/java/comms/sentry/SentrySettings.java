package comms.sentry;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where Sentry is.
 *
 * @param url its base address, for example {@code https://acme.sentry.io}; without one there is no
 *     way to it
 * @param organization the organization's short name, where the address alone does not tell it
 * @param project the project whose issues are listed, its short name or number; of all without one
 * @param token a token with the scope {@code event:read}; without one no issues are listed
 */
@ConfigurationProperties("comms.sentry")
record SentrySettings(
    @Nullable String url,
    @Nullable String organization,
    @Nullable String project,
    @Nullable String token) {

  @Override
  public String toString() {
    return "Sentry at " + url;
  }

  /** The address without a slash at its end. */
  Optional<URI> base() {
    if (url == null || url.isBlank()) {
      return Optional.empty();
    }
    URI base = URI.create(root());
    if (!"https".equals(base.getScheme()) && !"http".equals(base.getScheme())) {
      throw new IllegalArgumentException("comms.sentry.url is no web address: " + url);
    }
    return Optional.of(
        organization == null || organization.isBlank()
            ? base
            : URI.create(base + "/organizations/" + organization.strip()));
  }

  /** The address of the HTTP API's list of issues; none where it may not be asked. */
  Optional<URI> issues() {
    if (organization == null || organization.isBlank() || token == null || token.isBlank()) {
      return Optional.empty();
    }
    return base()
        .map(_ -> URI.create(root() + "/api/0/organizations/" + organization.strip() + "/issues/"));
  }

  /** The address as people may see it, without credentials. */
  Optional<String> shown() {
    return base().map(base -> base.toString().replaceFirst("//[^/]*@", "//"));
  }

  private String root() {
    return Objects.requireNonNullElse(url, "").strip().replaceAll("/+$", "");
  }
}
