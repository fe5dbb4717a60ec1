package comms.ingestion;

import java.util.Locale;

/** The kind of door an event came through. */
public enum Source {
  BACKEND,
  BROWSER,
  IMPORT,
  WEBHOOK;

  /** The name that is stored. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
