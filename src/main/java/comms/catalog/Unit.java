package comms.catalog;

import java.util.Locale;

/** The unit of a metric's figures. */
public enum Unit {
  /** A fraction, 0 to 1; shown as per cent. */
  RATIO,
  SECONDS,
  MILLISECONDS,
  COUNT,
  /** A net promoter score, -100 to +100. */
  SCORE,
  ATTEMPTS;

  /** The name in the HTTP API. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
