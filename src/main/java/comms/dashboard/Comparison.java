package comms.dashboard;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a period is compared with. */
enum Comparison {
  PREVIOUS,
  YEAR,
  NONE;

  static Optional<Comparison> named(String wireName) {
    return Arrays.stream(values()).filter(c -> c.wireName().equals(wireName)).findFirst();
  }

  /** The name in URLs. */
  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
