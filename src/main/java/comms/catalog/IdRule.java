package comms.catalog;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * What an event's id is made of: properties, joined by a colon, and for some events the sender's
 * timestamp behind them. A colon or backslash in a part that another follows is written with a
 * backslash before it. The sender's own timestamp is taken, before any clock correction, because it
 * is the same on every resend.
 */
public record IdRule(
    List<Property> parts, Optional<Property> fallback, Optional<ChronoUnit> timestamp) {

  static IdRule of(Property... parts) {
    return new IdRule(List.of(parts), Optional.empty(), Optional.empty());
  }

  /** The property that stands in where the first one is absent. */
  IdRule orElse(Property fallback) {
    return new IdRule(parts, Optional.of(fallback), timestamp);
  }

  /** Adds the sender's timestamp as whole seconds since 1970. */
  IdRule atSecond() {
    return new IdRule(parts, fallback, Optional.of(ChronoUnit.SECONDS));
  }

  /** Adds the sender's timestamp as milliseconds since 1970. */
  IdRule atMillisecond() {
    return new IdRule(parts, fallback, Optional.of(ChronoUnit.MILLIS));
  }
}
