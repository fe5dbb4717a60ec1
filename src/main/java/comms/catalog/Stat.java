package comms.catalog;

import java.util.Locale;

/** Which figure of a metric a series shows. */
public enum Stat {
  VALUE,
  P50,
  P95,
  P99,
  MEAN,
  STEP1,
  STEP2,
  STEP3,
  COUNT,
  /** Failed delivery attempts; not notifications. */
  ATTEMPTS;

  /**
   * The stat of that name in the HTTP API.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static Stat named(String wireName) {
    return valueOf(wireName.toUpperCase(Locale.ROOT));
  }

  /** The name in the HTTP API. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
