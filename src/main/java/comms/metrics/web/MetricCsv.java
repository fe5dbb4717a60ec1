package comms.metrics.web;

import comms.catalog.Dimension;
import comms.metrics.MetricQuery;
import comms.metrics.MetricResult;
import comms.metrics.MetricResult.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

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
    Csv csv = new Csv();
    List<String> head = new ArrayList<>(List.of("metric", "stat"));
    dimensions.forEach(dimension -> head.add(dimension.wireName()));
    head.addAll(List.of("t", "value", "numerator", "denominator", "samples", "partial"));
    csv.line(head.stream());
    for (MetricResult.Series series : result.series()) {
      List<String> left = new ArrayList<>(List.of(query.metric().id(), series.stat().wireName()));
      dimensions.forEach(dimension -> left.add(series.key().getOrDefault(dimension, "")));
      for (MetricResult.Point point : series.points()) {
        csv.line(
            row(left, point.start().toString(), point.figure(), Boolean.toString(point.partial())));
      }
      csv.line(row(left, "total", series.total(), ""));
    }
    return csv.toString();
  }

  private static Stream<String> row(List<String> left, String time, Figure figure, String partial) {
    return Stream.concat(
        left.stream(),
        Stream.of(
            time,
            Csv.text(figure.value()),
            Csv.text(figure.numerator()),
            Csv.text(figure.denominator()),
            Csv.text(figure.samples()),
            partial));
  }
}
