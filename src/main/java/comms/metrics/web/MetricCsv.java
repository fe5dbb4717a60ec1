package comms.metrics.web;

import comms.catalog.Dimension;
import comms.metrics.MetricQuery;
import comms.metrics.MetricResult;
import comms.metrics.MetricResult.Figure;
import comms.metrics.Others;
import comms.tables.Sheet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A result as CSV (RFC 4180), one row for each series and bucket, and one with t = total. Where the
 * question was for the first values and the others, a last column names the dimensions of which a
 * row has the others.
 */
final class MetricCsv {

  private MetricCsv() {}

  static void write(MetricResult result, MetricQuery query, Sheet sheet) throws IOException {
    List<Dimension> dimensions =
        result.series().stream()
            .flatMap(series -> series.key().keySet().stream())
            .distinct()
            .sorted()
            .toList();
    List<String> head = new ArrayList<>(List.of("metric", "stat"));
    dimensions.forEach(dimension -> head.add(dimension.wireName()));
    head.addAll(List.of("t", "value", "numerator", "denominator", "samples", "partial"));
    if (query.top() != null) {
      head.add("others");
    }
    sheet.row(head);
    for (MetricResult.Series series : result.series()) {
      List<String> left = new ArrayList<>(List.of(query.metric().id(), series.stat().wireName()));
      dimensions.forEach(
          dimension -> left.add(Others.named(series.key().getOrDefault(dimension, ""))));
      List<String> right =
          query.top() == null ? List.of() : List.of(String.join(" ", MetricAnswer.others(series)));
      for (MetricResult.Point point : series.points()) {
        sheet.row(row(left, point.start(), point.figure(), point.partial(), right));
      }
      sheet.row(row(left, "total", series.total(), null, right));
    }
  }

  private static List<@Nullable Object> row(
      List<String> left,
      Object time,
      Figure figure,
      @Nullable Boolean partial,
      List<String> right) {
    List<@Nullable Object> row = new ArrayList<>(left);
    row.add(time);
    row.add(figure.value());
    row.add(figure.numerator());
    row.add(figure.denominator());
    row.add(figure.samples());
    row.add(partial);
    row.addAll(right);
    return row;
  }
}
