package comms.catalog;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The one spelling of ids and words, for the doors that store them and for whoever asks for them.
 */
public final class Spelling {

  private static final Set<String> NOBODY =
      Set.of("null", "undefined", "none", "[object object]", "nan", "anonymous", "guest", "0");

  private static final Pattern UUID =
      Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

  private static final Pattern HALF_PAIR = Pattern.compile("\\p{Cs}");

  private Spelling() {}

  /**
   * An id in its one spelling: trimmed, Unicode NFC, UUIDs in lower case; empty where the text is a
   * word that stands for nobody.
   */
  public static Optional<String> id(String text) {
    String id = trimmed(Normalizer.normalize(text, Normalizer.Form.NFC));
    if (id.isEmpty() || NOBODY.contains(id.toLowerCase(Locale.ROOT))) {
      return Optional.empty();
    }
    return Optional.of(UUID.matcher(id).matches() ? id.toLowerCase(Locale.ROOT) : id);
  }

  /**
   * Without blanks at both ends, no-break and zero-width ones included, and without halves of
   * surrogate pairs, which no store takes.
   */
  public static String trimmed(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isBlank(text.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return HALF_PAIR.matcher(text.substring(start, end)).replaceAll("\uFFFD");
  }

  /** A word of a closed list as it may be typed: trimmed, in lower case. */
  public static String word(String typed) {
    return trimmed(typed).toLowerCase(Locale.ROOT);
  }

  private static boolean isBlank(char c) {
    return c <= ' ' || Character.isSpaceChar(c) || c == '\uFEFF' || c == '\u200B';
  }
}
