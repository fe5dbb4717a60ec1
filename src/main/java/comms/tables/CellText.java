package comms.tables;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What stands in a cell. */
final class CellText {

  /** The signs that begin a formula, also small and full-width ones, and the long minus. */
  private static final String SIGNS = "=+-@\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B\u2212";

  /** What lists are separated by somewhere, and the ends of lines. */
  private static final String SEPARATORS = ",;\t|\r\n\u000B\f\u0085\u2028\u2029\uFF0C\uFF1B\uFF5C";

  private static final String QUOTES = "\"'`\u2018\u2019\u201C\u201D\u00AB\u00BB\uFF02\uFF07";

  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d+)?");

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

  /**
   * With an apostrophe before what would make it a formula: at its beginning, and behind everything
   * at which a spreadsheet with another separator would begin a new cell. Blanks, quotes and signs
   * without width are passed over, as spreadsheets do; full-width signs count as the plain ones. A
   * negative number stays one.
   */
  static String harmless(String text) {
    StringBuilder harmless = new StringBuilder(text.length());
    int start = 0;
    while (start <= text.length()) {
      int end = start;
      while (end < text.length() && !separates(text.charAt(end))) {
        end++;
      }
      String cell = text.substring(start, end);
      // What begins with a tab or a new line is taken for something else by some.
      boolean hidden = start == 0 && end == 0 && !text.isEmpty() && text.charAt(0) <= ' ';
      harmless.append(hidden || isFormula(cell) ? "'" : "").append(cell);
      if (end < text.length()) {
        harmless.append(text.charAt(end));
      }
      start = end + 1;
    }
    return harmless.toString();
  }

  private static boolean isFormula(String cell) {
    int first = 0;
    while (first < cell.length() && isPassedOver(cell.charAt(first))) {
      first++;
    }
    return first < cell.length()
        && SIGNS.indexOf(cell.charAt(first)) >= 0
        && !NUMBER.matcher(cell.substring(first).strip()).matches();
  }

  private static boolean separates(char c) {
    return SEPARATORS.indexOf(c) >= 0;
  }

  private static boolean isPassedOver(char c) {
    return c <= ' '
        || QUOTES.indexOf(c) >= 0
        || Character.isSpaceChar(c)
        || Character.isISOControl(c)
        || Character.getType(c) == Character.FORMAT;
  }
}
