package comms.tables;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What stands in a cell. */
final class CellText {

  private CellText() {}

  /**
   * Plain digits for a number, nothing for null, and text that no spreadsheet takes for a formula.
   */
  static String of(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Double || value instanceof Float) {
      double number = ((Number) value).doubleValue();
      return Double.isFinite(number)
          ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
          : "";
    }
    return value instanceof Number ? value.toString() : harmless(value.toString());
  }

  /** With an apostrophe before what would make it a formula. */
  static String harmless(String text) {
    boolean number = text.matches("-?[0-9.]+");
    return !number && text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
  }
}
