package comms.metrics.clickhouse;

import comms.catalog.Metric;
import comms.metrics.RecordColumn;
import comms.metrics.RecordRow;
import comms.metrics.RecordSort;
import comms.metrics.RecordsQuery;
import comms.metrics.SelectRecords;
import comms.metrics.clickhouse.RecordsOf.Relation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Counts, sorts and pages the records of every metric. */
@Component
class ClickHouseRecords implements SelectRecords {

  private static final String COUNT = "SELECT count() FROM ($records)";

  private static final String PAGE =
      """
      SELECT $columns
      FROM (
          SELECT * FROM ($records)
          ORDER BY $order
          LIMIT :limit OFFSET :offset)
      ORDER BY $order
      """;

  private static final Collector<CharSequence, ?, String> LIST = Collectors.joining(", ");

  private final JdbcClient jdbc;
  private final Map<Metric, RecordsOf> metrics = new EnumMap<>(Metric.class);

  ClickHouseRecords(@Qualifier("reader") JdbcClient jdbc, List<RecordsOf> metrics) {
    this.jdbc = jdbc;
    metrics.forEach(metric -> this.metrics.put(metric.metric(), metric));
  }

  @Override
  public long count(RecordsQuery query) {
    return statement(COUNT, query).query(Long.class).single();
  }

  @Override
  public List<RecordRow> page(RecordsQuery query, RecordSort sort, int limit, int offset) {
    List<RecordColumn> columns = query.kind().columns();
    String sql =
        PAGE.replace("$columns", columns.stream().map(ClickHouseRecords::read).collect(LIST))
            .replace("$order", order(columns, sort));
    return statement(sql, query)
        .param("limit", limit)
        .param("offset", offset)
        .query((row, n) -> row(columns, row))
        .list();
  }

  private StatementSpec statement(String sql, RecordsQuery query) {
    RecordsOf metric = metrics.get(query.metric());
    if (metric == null) {
      throw new IllegalStateException("no records for " + query.metric());
    }
    Relation relation = metric.records(query);
    Conditions conditions =
        new Conditions(query.figure().range(), relation.filters(), relation.dimensions());
    String records = relation.sql().replace("$where", conditions.sql());
    return conditions.bind(jdbc.sql(sql.replace("$records", records)));
  }

  /** The chosen column first; the others decide between equals, so that no page repeats another. */
  private static String order(List<RecordColumn> columns, RecordSort sort) {
    String first = sort.column().wireName() + (sort.ascending() ? " ASC" : " DESC");
    return Stream.concat(
            Stream.of(first + " NULLS LAST"),
            columns.stream().filter(c -> c != sort.column()).map(RecordColumn::wireName))
        .collect(LIST);
  }

  /** Times come as milliseconds under another name, since the order is that of the column. */
  private static String read(RecordColumn column) {
    String name = column.wireName();
    return column.type() == RecordColumn.Type.TIME
        ? "toUnixTimestamp64Milli(" + name + ") AS " + name + "_ms"
        : name;
  }

  private static RecordRow row(List<RecordColumn> columns, ResultSet row) throws SQLException {
    Map<RecordColumn, Object> values = new EnumMap<>(RecordColumn.class);
    for (RecordColumn column : columns) {
      Object value = value(column, row);
      if (value != null && !value.equals("")) {
        values.put(column, value);
      }
    }
    return new RecordRow(values);
  }

  private static @Nullable Object value(RecordColumn column, ResultSet row) throws SQLException {
    Object value =
        switch (column.type()) {
          case TEXT -> row.getString(column.wireName());
          case TIME -> Instant.ofEpochMilli(row.getLong(column.wireName() + "_ms"));
          case SECONDS, MILLISECONDS, NUMBER -> row.getDouble(column.wireName());
        };
    return row.wasNull() ? null : value;
  }
}
