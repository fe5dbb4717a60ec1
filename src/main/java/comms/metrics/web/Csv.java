package comms.metrics.web;

import java.math.BigDecimal;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lines of CSV (RFC 4180). */
final class Csv {

  private final StringBuilder lines = new StringBuilder();

  void line(Stream<String> cells) {
    lines.append(cells.map(Csv::cell).collect(Collectors.joining(","))).append("\r\n");
  }

  /** A number in plain digits, everything else as it calls itself, nothing for null. */
  static String text(@Nullable Object value) {
    if (value instanceof Double number) {
      return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
    return value == null ? "" : value.toString();
  }

  /** Quoted where it has to be; what a spreadsheet would take for a formula gets an apostrophe. */
  private static String cell(String text) {
    boolean number = text.matches("-?[0-9.]+");
    String safe = !number && text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
    return safe.matches("(?s).*[\",\\r\\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }

  @Override
  public String toString() {
    return lines.toString();
  }
}
