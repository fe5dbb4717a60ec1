package comms.sentry;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
                    + encoded(query(new TreeSet<>(channels)))
                    + "&start="
                    + encoded(TIME.format(from))
                    + "&end="
                    + encoded(TIME.format(to))
                    + "&utc=true");
  }

  private static String query(TreeSet<String> channels) {
    return switch (channels.size()) {
      case 0 -> "";
      case 1 -> "channel:" + literal(channels.getFirst());
      default ->
          channels.stream()
              .map(ConfiguredSentryLinks::literal)
              .collect(Collectors.joining(",", "channel:[", "]"));
    };
  }

  /** In quotes where Sentry would read more into it than a value. */
  private static String literal(String value) {
    return value.matches("[\\w.-]+")
        ? value
        : '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
