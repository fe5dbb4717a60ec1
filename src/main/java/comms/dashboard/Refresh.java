package comms.dashboard;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** How often a dashboard asks anew by itself. */
enum Refresh {
  OFF("off", Duration.ZERO),
  HALF_MINUTE("30s", Duration.ofSeconds(30)),
  FIVE_MINUTES("5m", Duration.ofMinutes(5));

  private final String wireName;
  private final Duration every;

  Refresh(String wireName, Duration every) {
    this.wireName = wireName;
    this.every = every;
  }

  static Optional<Refresh> named(String wireName) {
    return Arrays.stream(values()).filter(r -> r.wireName.equals(wireName)).findFirst();
  }

  /** The name in URLs. */
  String wireName() {
    return wireName;
  }

  /** The time from one question to the next; zero for never. */
  Duration every() {
    return every;
  }
}
