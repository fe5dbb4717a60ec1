package comms.metrics.clickhouse;

import comms.catalog.Metric;
import comms.clickhouse.Keyset;
import comms.metrics.RecordColumn;
import comms.metrics.RecordKind;
import comms.metrics.RecordRow;
import comms.metrics.RecordSort;
import comms.metrics.RecordsQuery;
import comms.metrics.SelectRecords;
import comms.metrics.clickhouse.RecordsOf.Relation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
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
          WHERE $after
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
    return page(query, keyset(query.kind(), sort).start(), sort, limit, offset);
  }

  @Override
  public List<RecordRow> after(RecordsQuery query, RecordSort sort, RecordRow last, int limit) {
    List<@Nullable Object> values = new ArrayList<>();
    keys(query.kind(), sort).forEach(column -> values.add(key(column, last)));
    return page(query, keyset(query.kind(), sort).after(values), sort, limit, 0);
  }

  private List<RecordRow> page(
      RecordsQuery query, Keyset.Place place, RecordSort sort, int limit, int offset) {
    List<RecordColumn> columns =
        Stream.concat(query.kind().columns().stream(), query.kind().identity().stream())
            .distinct()
            .toList();
    String sql =
        PAGE.replace("$columns", columns.stream().map(ClickHouseRecords::read).collect(LIST))
            .replace("$order", keyset(query.kind(), sort).order())
            .replace("$after", place.sql());
    return place
        .bind(statement(sql, query))
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

  /** The chosen column; the identity decides between equals, so that no page repeats another. */
  private static List<RecordColumn> keys(RecordKind kind, RecordSort sort) {
    return Stream.concat(Stream.of(sort.column()), kind.identity().stream()).distinct().toList();
  }

  private static Keyset keyset(RecordKind kind, RecordSort sort) {
    return new Keyset(
        keys(kind, sort).stream()
            .map(column -> sorted(column, column != sort.column() || sort.ascending()))
            .toList());
  }

  private static Keyset.Column sorted(RecordColumn column, boolean ascending) {
    String name = column.wireName();
    return switch (column.type()) {
      case TEXT -> new Keyset.Column("ifNull(" + name + ", '')", ascending);
      case TIME -> Keyset.Column.time(name, ascending);
      case SECONDS, MILLISECONDS, NUMBER -> new Keyset.Column(name, ascending);
    };
  }

  private static @Nullable Object key(RecordColumn column, RecordRow row) {
    return switch (row.value(column)) {
      case null -> column.type() == RecordColumn.Type.TEXT ? "" : null;
      case Instant time -> time.toEpochMilli();
      case Object value -> value;
    };
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
