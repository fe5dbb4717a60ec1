package comms.dashboard;

import comms.metrics.MetricResult.Figure;
import comms.metrics.RecordColumn;
import comms.metrics.RecordRow;
import comms.metrics.Records;
import comms.metrics.RecordsQuery;
import comms.tables.Sheet;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The records behind a figure as a table: what they are and the figure in its head, then a row for
 * each in the order of the page. Times are in the dashboard's zone.
 */
record RecordsExport(RecordsLink link, RecordWords words, Figure figure, long count) {

  private static final int AT_ONCE = 10_000;

  String fileName() {
    return link.query().metric().id() + "-records";
  }

  List<RecordRow> first(Records records) {
    return records.page(link.query(), link.sort(), AT_ONCE, 0);
  }

  /**
   * @param first the first rows, which have been asked for already
   */
  void writeTo(Sheet sheet, List<RecordRow> first, Records records, Instant now)
      throws IOException {
    Formats formats = words.formats();
    RecordsQuery query = link.query();
    sheet.row(words.heading(count));
    sheet.row(words.figure(figure));
    sheet.row(
        formats.texts().text("export.made"),
        formats.dateTime(now) + " (" + formats.zone().getId() + ")");
    sheet.row();
    List<RecordColumn> columns = query.kind().columns();
    sheet.row(columns.stream().map(c -> formats.texts().text("record." + c.wireName())).toList());
    List<RecordRow> rows = first;
    while (!rows.isEmpty() && !sheet.full()) {
      for (RecordRow row : rows) {
        sheet.row(cells(row, columns));
      }
      rows =
          rows.size() < AT_ONCE
              ? List.of()
              : records.after(query, link.sort(), rows.getLast(), AT_ONCE);
    }
  }

  private List<@Nullable Object> cells(RecordRow row, List<RecordColumn> columns) {
    List<@Nullable Object> cells = new ArrayList<>();
    for (RecordColumn column : columns) {
      Object value = row.value(column);
      cells.add(
          value instanceof Instant time
              ? time.atZone(words.formats().zone()).toOffsetDateTime().toString()
              : value);
    }
    return cells;
  }
}
