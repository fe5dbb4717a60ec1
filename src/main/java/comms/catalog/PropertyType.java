package comms.catalog;

/** What values a {@link Property} takes, and the Java type that they are normalised to. */
public enum PropertyType {
  /** An id kept in clear; a String, normalised as an identity. */
  ID,
  /** An id of a person or device; a String, pseudonymised before anything is written. */
  PSEUDONYM,
  /** A short code or name; a String. Numbers and booleans are read as their text. */
  TEXT,
  /** One of {@link Property#allowed()}; a String. */
  ENUMERATION,
  /** A notification channel; a String, with the aliases of e-mail and web push made one. */
  CHANNEL,
  /** true or false; a Boolean. */
  BOOLEAN,
  /** A whole number of things, 0 or more; a Long. */
  COUNT,
  /** A whole number; a Long. */
  INTEGER,
  /** A number that is 0 or more; a Double. */
  QUANTITY,
  /** Any finite number; a Double. */
  NUMBER
}
