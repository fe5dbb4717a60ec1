package comms.catalog;

import java.util.Locale;

/** How a metric stands against its targets, from unknown over good to bad. */
public enum Status {
  NO_DATA,
  ON_TARGET,
  AT_RISK,
  OFF_TARGET;

  /** The worse of the two. */
  public Status worse(Status other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** The name in the HTTP API. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
