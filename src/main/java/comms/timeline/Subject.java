package comms.timeline;

import java.util.Locale;

/** What a timeline is about. */
public enum Subject {
  CONTRACT,
  THREAD,
  DISPUTE,
  NOTIFICATION;

  /** The name in the store. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
