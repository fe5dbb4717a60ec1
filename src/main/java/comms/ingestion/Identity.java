package comms.ingestion;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Ids in their one spelling: trimmed, Unicode NFC, UUIDs in lower case. Words that stand for nobody
 * are no identity.
 */
final class Identity {

  private static final Set<String> NOBODY =
      Set.of("null", "undefined", "none", "[object object]", "nan", "anonymous", "guest", "0");

  private static final Pattern UUID =
      Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

  private static final Pattern HALF_PAIR = Pattern.compile("\\p{Cs}");

  /** Beyond this many decimal places a number is written with its exponent. */
  private static final int MAX_SCALE = 100;

  private Identity() {}

  /** The id in its one spelling, empty where the text names nobody. */
  static Optional<String> of(String text) {
    String id = trim(Normalizer.normalize(text, Normalizer.Form.NFC));
    if (id.isEmpty() || NOBODY.contains(id.toLowerCase(Locale.ROOT))) {
      return Optional.empty();
    }
    return Optional.of(UUID.matcher(id).matches() ? id.toLowerCase(Locale.ROOT) : id);
  }

  /** The text of a scalar; a whole number has no fraction, so that 7 and 7.0 are the same. */
  static String text(JsonNode scalar) {
    if (!scalar.isNumber() || (scalar.isFloatingPointNumber() && notFinite(scalar))) {
      return scalar.asString();
    }
    BigDecimal number = scalar.decimalValue();
    if (number.signum() == 0) {
      return "0";
    }
    BigDecimal plain = number.stripTrailingZeros();
    return Math.abs(plain.scale()) > MAX_SCALE ? plain.toString() : plain.toPlainString();
  }

  /**
   * Without blanks at both ends, no-break and zero-width ones included, and without halves of
   * surrogate pairs, which no store takes.
   */
  static String trim(String text) {
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

  private static boolean isBlank(char c) {
    return c <= ' ' || Character.isSpaceChar(c) || c == '\uFEFF' || c == '\u200B';
  }

  private static boolean notFinite(JsonNode number) {
    return !Double.isFinite(number.doubleValue());
  }
}
