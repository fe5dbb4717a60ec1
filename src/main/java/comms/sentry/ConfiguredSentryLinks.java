package comms.sentry;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** The addresses of the Sentry that is configured. */
@Component
@EnableConfigurationProperties(SentrySettings.class)
class ConfiguredSentryLinks implements SentryLinks {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

  private final SentrySettings settings;

  ConfiguredSentryLinks(SentrySettings settings) {
    this.settings = settings;
    // A wrong address stops the start, not the first reader.
    settings.base();
  }

  @Override
  public Optional<String> issues(Collection<String> channels, Instant from, Instant to) {
    return settings
        .base()
        .map(
            base ->
                base
                    + "/issues/?query="
                    + encoded(ChannelQuery.of(channels))
                    + "&start="
                    + encoded(TIME.format(from))
                    + "&end="
                    + encoded(TIME.format(to))
                    + "&utc=true");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
