package comms.metrics.clickhouse;

import comms.catalog.Dimension;
import comms.catalog.Metric;
import comms.metrics.MetricQuery;
import comms.metrics.SelectKeys;
import comms.metrics.ShownValues;
import comms.metrics.clickhouse.KeysOf.Counted;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Selects the keys of a breakdown, whatever the metric is; the store keeps a bounded number. */
@Component
class ClickHouseKeys implements SelectKeys {

  private static final String COUNT =
      """
      SELECT count() FROM (SELECT $names FROM ($counted) GROUP BY $names)
      SETTINGS max_rows_to_group_by = $most, group_by_overflow_mode = 'break'
      """;

  /** Values that come up after so many others are ranked as if they were not there. */
  private static final String FIRST =
      """
      SELECT value, count() OVER () AS of_all
      FROM (
          SELECT $names AS value, sum(numerator) AS numerators, sum(denominator) AS denominators
          FROM ($counted)
          GROUP BY value)
      ORDER BY numerators DESC, denominators DESC, value
      LIMIT :most
      SETTINGS max_rows_to_group_by = 200000, group_by_overflow_mode = 'any'
      """;

  private final JdbcClient jdbc;
  private final Map<Metric, KeysOf> metrics = new EnumMap<>(Metric.class);

  ClickHouseKeys(@Qualifier("reader") JdbcClient jdbc, List<KeysOf> metrics) {
    this.jdbc = jdbc;
    metrics.forEach(metric -> this.metrics.put(metric.metric(), metric));
  }

  @Override
  public long count(MetricQuery query, long most) {
    return statement(COUNT.replace("$most", Long.toString(most)), query).query(Long.class).single();
  }

  @Override
  public ShownValues first(MetricQuery query, Dimension dimension, int most) {
    List<String> values = new ArrayList<>();
    long[] all = new long[1];
    statement(FIRST, query.withBy(dimension))
        .param("most", most)
        .query(
            row -> {
              values.add(row.getString("value"));
              all[0] = row.getLong("of_all");
            });
    return new ShownValues(values, all[0] - values.size());
  }

  private StatementSpec statement(String sql, MetricQuery query) {
    KeysOf metric = metrics.get(query.metric());
    if (metric == null) {
      throw new IllegalStateException(query.metric() + " has no breakdown");
    }
    KeyColumns keys = new KeyColumns(query, query.by());
    Conditions conditions =
        new Conditions(query.range(), query.filters(), query.metric().breakdowns());
    List<String> parts = new ArrayList<>();
    for (Counted counted : metric.counted(query)) {
      if (counted.dimensions().containsAll(query.by())) {
        String count =
            parts.isEmpty()
                ? "toFloat64(n) AS numerator, 0. AS denominator"
                : "0. AS numerator, toFloat64(n) AS denominator";
        parts.add(part(count, counted, keys, query));
      }
    }
    String names = String.join(", ", keys.names());
    return conditions.bind(
        keys.bind(
            jdbc.sql(
                sql.replace("$counted", String.join("\nUNION ALL\n", parts))
                    .replace("$names", names))));
  }

  private static String part(String count, Counted counted, KeyColumns keys, MetricQuery query) {
    String names = String.join(", ", keys.names());
    String where = new Conditions(query.range(), query.filters(), counted.dimensions()).sql();
    return "SELECT %s, %s FROM (%s)"
        .formatted(
            names,
            count,
            counted
                .sql()
                .replace("$keys", keys.only())
                .replace("$groups", names)
                .replace("$where", where));
  }
}
