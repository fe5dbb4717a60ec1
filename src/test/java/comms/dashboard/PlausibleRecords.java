package comms.dashboard;

import comms.metrics.RecordColumn;
import comms.metrics.RecordRow;
import comms.metrics.RecordSort;
import comms.metrics.Records;
import comms.metrics.RecordsQuery;
import comms.metrics.RecordsQuery.Part;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Made-up records: forty that were counted, among a hundred. */
class PlausibleRecords implements Records {

  static final int COUNTED = 40;
  static final int ALL = 100;

  @Override
  public long count(RecordsQuery query) {
    return query.part() == Part.COUNTED ? COUNTED : ALL;
  }

  @Override
  public List<RecordRow> page(RecordsQuery query, RecordSort sort, int limit, int offset) {
    List<RecordRow> rows = new ArrayList<>();
    for (int i = 0; i < count(query); i++) {
      rows.add(row(query, i));
    }
    Comparator<RecordRow> order = Comparator.comparing(row -> row.text(sort.column()));
    return rows.stream()
        .sorted(sort.ascending() ? order : order.reversed())
        .skip(offset)
        .limit(limit)
        .toList();
  }

  @Override
  public List<RecordRow> after(RecordsQuery query, RecordSort sort, RecordRow last, int limit) {
    List<RecordRow> all = page(query, sort, ALL, 0);
    return all.stream().skip(all.indexOf(last) + 1L).limit(limit).toList();
  }

  private static RecordRow row(RecordsQuery query, int number) {
    Map<RecordColumn, Object> values = new EnumMap<>(RecordColumn.class);
    for (RecordColumn column : query.kind().columns()) {
      values.put(
          column,
          switch (column.type()) {
            case TEXT -> column.wireName().substring(0, 1) + "-" + number;
            case TIME -> query.figure().range().from().plus(Duration.ofMinutes(number));
            case SECONDS, MILLISECONDS, NUMBER -> (double) number;
          });
    }
    return new RecordRow(values);
  }
}
