package comms.ingestion;

/**
 * A piece of JSON text, valid until the next one is cut.
 *
 * @param whole false where it was longer than allowed and is not here
 */
@SuppressWarnings("ArrayRecordComponent") // It is read at once and never compared.
record Slice(char[] text, int from, int length, boolean whole) {

  static Slice of(String text) {
    return new Slice(text.toCharArray(), 0, text.length(), true);
  }

  /** The first sign; 0 where there is none. */
  char first() {
    return length == 0 ? 0 : text[from];
  }

  boolean isObject() {
    return first() == '{';
  }

  boolean isArray() {
    return first() == '[';
  }

  boolean isString() {
    return first() == '"';
  }

  @Override
  public String toString() {
    return new String(text, from, length);
  }
}
