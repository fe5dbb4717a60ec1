package comms.dashboard;

import comms.catalog.Dimension;
import comms.metrics.MetricQuery;
import comms.metrics.MetricResult;
import comms.metrics.MetricResult.Figure;
import comms.metrics.MetricResult.Point;
import comms.metrics.MetricResult.Series;
import comms.tables.Sheet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The answers to a card's questions as rows of a {@link CardFile}: one for each series and bucket.
 */
record MetricRows(Map<String, MetricQuery> questions, Map<String, MetricResult> results, Pen pen)
    implements SheetLink.Rows {

  @Override
  public void writeTo(Sheet sheet) throws IOException {
    Set<Dimension> dimensions = new TreeSet<>();
    questions.values().forEach(query -> dimensions.addAll(query.by()));
    sheet.row(columns(dimensions));
    for (Map.Entry<String, MetricResult> result : results.entrySet()) {
      for (Series series : result.getValue().series()) {
        write(sheet, result.getKey(), result.getValue(), series, dimensions);
      }
    }
  }

  private List<String> columns(Set<Dimension> dimensions) {
    List<String> columns = new ArrayList<>();
    columns.add(text("export.series"));
    dimensions.forEach(dimension -> columns.add(text("record." + dimension.wireName())));
    for (String name : List.of("figure", "from", "value", "numerator", "denominator")) {
      columns.add(text("export." + name));
    }
    columns.add(text("table.samples"));
    columns.add(text("export.running"));
    return columns;
  }

  private void write(
      Sheet sheet, String question, MetricResult result, Series series, Set<Dimension> dimensions)
      throws IOException {
    List<@Nullable Object> left = new ArrayList<>();
    left.add(
        text(
            Answers.isOfComparison(question)
                ? "compare." + pen.window().comparison().wireName()
                : "compare.this"));
    for (Dimension dimension : dimensions) {
      String value = series.key().get(dimension);
      left.add(value == null ? null : RecordWords.word(dimension, value, pen.texts()));
    }
    left.add(text("stat." + series.stat().wireName()));
    for (Point point : series.points()) {
      String from = point.start().atZone(result.zone()).toOffsetDateTime().toString();
      sheet.row(row(left, from, point.figure(), point.partial() ? text("yes") : ""));
    }
    sheet.row(row(left, text("bucket.total"), series.total(), ""));
  }

  private static List<@Nullable Object> row(
      List<@Nullable Object> left, String from, Figure figure, String running) {
    List<@Nullable Object> row = new ArrayList<>(left);
    row.add(from);
    row.add(figure.value());
    row.add(figure.numerator());
    row.add(figure.denominator());
    row.add(figure.samples());
    row.add(running);
    return row;
  }

  private String text(String key) {
    return pen.text(key);
  }
}
