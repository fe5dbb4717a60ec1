package comms.sentry;

import java.util.Collection;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Sentry's search for the tag {@code channel}. */
final class ChannelQuery {

  private ChannelQuery() {}

  /** The search for any of these channels, empty without any. */
  static String of(Collection<String> channels) {
    TreeSet<String> sorted = new TreeSet<>(channels);
    return switch (sorted.size()) {
      case 0 -> "";
      case 1 -> "channel:" + literal(sorted.getFirst());
      default ->
          sorted.stream()
              .map(ChannelQuery::literal)
              .collect(Collectors.joining(",", "channel:[", "]"));
    };
  }

  /** In quotes where Sentry would read more into it than a value. */
  private static String literal(String value) {
    return value.matches("[\\w.-]+")
        ? value
        : '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
