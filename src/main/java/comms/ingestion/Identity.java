package comms.ingestion;

import comms.catalog.Spelling;
import java.math.BigDecimal;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Ids as senders write them, texts and numbers, in their {@link Spelling}. */
final class Identity {

  /** Beyond this many decimal places a number is written with its exponent. */
  private static final int MAX_SCALE = 100;

  private Identity() {}

  /** The id in its one spelling, empty where the text names nobody. */
  static Optional<String> of(String text) {
    return Spelling.id(text);
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

  /** Without blanks at both ends. */
  static String trim(String text) {
    return Spelling.trimmed(text);
  }

  private static boolean notFinite(JsonNode number) {
    return !Double.isFinite(number.doubleValue());
  }
}
