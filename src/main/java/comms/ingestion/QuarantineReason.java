package comms.ingestion;

import java.util.Locale;

/** Why an event cannot be accepted; the closed set of reasons. */
public enum QuarantineReason {
  /** The event's name is none of the catalog's. */
  UNKNOWN_EVENT,
  /** A required property is absent, or no identity. */
  MISSING_PROPERTY,
  /** A value is outside its type, its enumeration or its bounds. */
  INVALID_VALUE,
  /** Neither contract nor thread is named, and none is known. */
  MISSING_SCOPE,
  /** The timestamp cannot be read or lies before 2000. */
  INVALID_TIMESTAMP,
  /** The timestamp does not tell which of its numbers is the day and which the month. */
  AMBIGUOUS_TIMESTAMP,
  /** The element is not an event object. */
  MALFORMED,
  /** It is valid, and the store does not take it for what is in it. */
  REFUSED_BY_STORE;

  /** The name that is stored and shown. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
