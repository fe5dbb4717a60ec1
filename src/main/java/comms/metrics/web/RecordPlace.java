package comms.metrics.web;

import comms.api.Cursor;
import comms.metrics.RecordColumn;
import comms.metrics.RecordKind;
import comms.metrics.RecordRow;
import comms.metrics.RecordSort;
import comms.metrics.Records;
import comms.metrics.RecordsQuery;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of records begins: behind a row, or from a number on.
 *
 * @param list names the list, so that a cursor of another one is refused
 * @param after the row behind which it begins; null for the offset
 * @param count how many the first page has counted; empty on the first page
 */
record RecordPlace(
    String list,
    RecordKind kind,
    RecordSort sort,
    @Nullable RecordRow after,
    OptionalLong count,
    int offset) {

  static RecordPlace of(
      String list, RecordKind kind, RecordSort sort, @Nullable String cursor, int offset) {
    if (cursor == null) {
      return new RecordPlace(list, kind, sort, null, OptionalLong.empty(), offset);
    }
    List<RecordColumn> columns = columns(kind, sort);
    List<@Nullable String> values = Cursor.of(cursor, list, columns.size() + 1).values();
    Map<RecordColumn, Object> row = new EnumMap<>(RecordColumn.class);
    try {
      for (int i = 0; i < columns.size(); i++) {
        String value = values.get(i);
        if (value != null) {
          row.put(columns.get(i), value(columns.get(i), value));
        }
      }
      long count = Long.parseLong(String.valueOf(values.getLast()));
      return new RecordPlace(
          list, kind, sort, new RecordRow(row), OptionalLong.of(Math.max(0, count)), 0);
    } catch (NumberFormatException | DateTimeException e) {
      throw Cursor.foreign();
    }
  }

  /** The rows from here on. */
  List<RecordRow> page(Records records, RecordsQuery query, int limit) {
    RecordRow last = after;
    return last == null
        ? records.page(query, sort, limit, offset)
        : records.after(query, sort, last, limit);
  }

  /** The cursor behind that row. */
  String behind(RecordRow last, long count) {
    List<@Nullable String> values = new ArrayList<>();
    for (RecordColumn column : columns(kind, sort)) {
      values.add(
          switch (last.value(column)) {
            case null -> null;
            case Instant time -> Long.toString(time.toEpochMilli());
            case Object value -> value.toString();
          });
    }
    values.add(Long.toString(count));
    return new Cursor(values).in(list);
  }

  private static List<RecordColumn> columns(RecordKind kind, RecordSort sort) {
    List<RecordColumn> columns = new ArrayList<>(List.of(sort.column()));
    kind.identity().stream().filter(column -> !columns.contains(column)).forEach(columns::add);
    return columns;
  }

  private static Object value(RecordColumn column, String text) {
    return switch (column.type()) {
      case TEXT -> text;
      case TIME -> Instant.ofEpochMilli(Long.parseLong(text));
      case SECONDS, MILLISECONDS, NUMBER -> Double.valueOf(text);
    };
  }
}
