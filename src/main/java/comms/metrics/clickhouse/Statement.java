package comms.metrics.clickhouse;

import comms.catalog.Dimension;
import comms.metrics.Buckets;
import comms.metrics.MetricQuery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A SELECT over rows with a time and dimensions, grouped by bucket and key, with the totals of each
 * key beside them. In the text these stand for: {@code $bucket} the bucket of the column that is
 * named {@code at}; {@code $keys} the breakdown's columns, each with a comma before it; {@code
 * $where} the conditions of period and filters; {@code $groups} the GROUP BY, and {@code
 * $groups_and_le} the same with the bounds of a histogram.
 */
final class Statement {

  private final JdbcClient jdbc;
  private final Buckets buckets;
  private final KeyColumns keys;
  private final Conditions conditions;

  /**
   * @param dimensions those that the rows have; the query's others are left out
   */
  Statement(JdbcClient jdbc, MetricQuery query, Buckets buckets, Collection<Dimension> dimensions) {
    this.jdbc = jdbc;
    this.buckets = buckets;
    this.keys = new KeyColumns(query, dimensions);
    this.conditions = new Conditions(buckets.range(), query.filters(), dimensions);
  }

  /** One row of the answer. */
  interface RowReader {
    /**
     * @param bucket the start of the bucket, or {@link comms.metrics.Figures#TOTAL}
     */
    void read(Map<Dimension, String> key, long bucket, ResultSet row) throws SQLException;
  }

  void forEach(String sql, RowReader reader) {
    keys.bind(conditions.bind(jdbc.sql(expand(sql))))
        .query(
            row -> {
              reader.read(keys.read(row), row.getLong("bucket"), row);
            });
  }

  private String expand(String sql) {
    return sql.replace(
            "$bucket",
            "roundDown(toUnixTimestamp64Milli(at), " + buckets.sqlStarts() + ")::Int64 AS bucket")
        .replace("$keys", keys.selected())
        .replace("$where", conditions.sql())
        .replace("$groups_and_le", groups(with(keys.names(), "le")))
        .replace("$groups", groups(keys.names()));
  }

  private static List<String> with(List<String> keys, String column) {
    List<String> all = new ArrayList<>(keys);
    all.add(column);
    return all;
  }

  private static String groups(List<String> keys) {
    return keys.isEmpty()
        ? "GROUPING SETS ((bucket), ())"
        : "GROUPING SETS ((bucket, %1$s), (%1$s))".formatted(String.join(", ", keys));
  }
}
