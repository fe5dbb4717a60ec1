package comms.metrics.web;

import comms.catalog.Dimension;
import comms.metrics.MetricQuery;
import comms.metrics.MetricResult;
import comms.metrics.MetricResult.Figure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A result as CSV (RFC 4180), one row for each series and bucket, and one with t = total. */
final class MetricCsv {

  private MetricCsv() {}

  static String of(MetricResult result, MetricQuery query) {
    List<Dimension> dimensions =
        result.series().stream()
            .flatMap(series -> series.key().keySet().stream())
            .distinct()
            .sorted()
            .toList();
    StringBuilder csv = new StringBuilder();
    List<String> head = new ArrayList<>(List.of("metric", "stat"));
    dimensions.forEach(dimension -> head.add(dimension.wireName()));
    head.addAll(List.of("t", "value", "numerator", "denominator", "samples", "partial"));
    line(csv, head.stream());
    for (MetricResult.Series series : result.series()) {
      List<String> left = new ArrayList<>(List.of(query.metric().id(), series.stat().wireName()));
      dimensions.forEach(dimension -> left.add(series.key().getOrDefault(dimension, "")));
      for (MetricResult.Point point : series.points()) {
        line(
            csv,
            row(left, point.start().toString(), point.figure(), Boolean.toString(point.partial())));
      }
      line(csv, row(left, "total", series.total(), ""));
    }
    return csv.toString();
  }

  private static Stream<String> row(List<String> left, String time, Figure figure, String partial) {
    return Stream.concat(
        left.stream(),
        Stream.of(
            time,
            number(figure.value()),
            number(figure.numerator()),
            number(figure.denominator()),
            number(figure.samples()),
            partial));
  }

  private static String number(@Nullable Double value) {
    return value == null ? "" : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  private static void line(StringBuilder csv, Stream<String> cells) {
    csv.append(cells.map(MetricCsv::cell).collect(Collectors.joining(","))).append("\r\n");
  }

  /** Quoted where it has to be; what a spreadsheet would take for a formula gets an apostrophe. */
  private static String cell(String text) {
    boolean number = text.matches("-?[0-9.]+");
    String safe = !number && text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
    return safe.matches("(?s).*[\",\\r\\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
