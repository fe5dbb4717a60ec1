package comms.ingestion.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The value of the field {@code data} of a form, wherever it stands among the fields, as a stream.
 * Of the others only the project key matters: how the value is packed, its first bytes tell.
 */
abstract class FormData extends InputStream {

  /** Longer than any project key; what is longer is read and forgotten. */
  static final int KEPT = 400;

  private static final Set<String> KEYS = Set.of("api_key", "token", "$token");

  private @Nullable String key;

  /** Goes on to the field {@code data}; false where there is none up to the end. */
  abstract boolean toData() throws IOException;

  /** Reads what follows the value, once it is read. */
  abstract void toEnd() throws IOException;

  /**
   * The project key that a field names before or behind the value; to be asked when the value is
   * read.
   */
  final Optional<String> key() {
    if (key == null) {
      try {
        toEnd();
      } catch (IOException e) {
        return Optional.empty();
      }
    }
    return Optional.ofNullable(key);
  }

  /** Takes note of a field that is not {@code data}. */
  final void note(String name, String value) {
    if (key == null && !value.isBlank() && KEYS.contains(name.strip().toLowerCase(Locale.ROOT))) {
      key = value.strip();
    }
  }

  static boolean isData(String name) {
    return name.strip().equalsIgnoreCase("data");
  }

  /**
   * Ends in an exception even when some bytes were read before; the one for all streams does not.
   */
  @Override
  public final int read(byte[] buffer, int offset, int length) throws IOException {
    int count = 0;
    int c = length > 0 ? read() : -1;
    while (c >= 0) {
      buffer[offset + count++] = (byte) c;
      c = count < length ? read() : -1;
    }
    return count == 0 && length > 0 ? -1 : count;
  }
}
