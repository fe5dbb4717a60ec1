package comms.disputes.clickhouse;

import comms.catalog.Dimension;
import comms.disputes.ResolutionTimes;
import comms.metrics.Buckets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Selects the times from opening to resolution, over the whole range and by bucket. */
@Component
class SelectResolutionTimes implements ResolutionTimes {

  private static final String SQL =
      """
      SELECT
          bucket, count() AS resolved, count(age_sec) AS timed,
          countIf(age_sec < 86400) AS within_day, countIf(age_sec < 172800) AS within_two_days,
          quantileExactInclusiveOrNull(0.5)(age_sec) AS median_sec
      FROM (
          SELECT
              roundDown(toUnixTimestamp64Milli(assumeNotNull(resolved_at)), $starts)::Int64 AS bucket,
              (toUnixTimestamp64Milli(resolved_at) - toUnixTimestamp64Milli(opened_at)) / 1000 AS age_sec
          FROM disputes FINAL
          WHERE resolved_at >= fromUnixTimestamp64Milli(:from, 'UTC')
            AND resolved_at < fromUnixTimestamp64Milli(:to, 'UTC')
            $values)
      GROUP BY GROUPING SETS ((bucket), ())
      """;

  /** In the place of a bucket's start: the whole range. */
  private static final long TOTAL = 0;

  private final JdbcClient jdbc;

  SelectResolutionTimes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Answer of(Buckets buckets, Map<Dimension, Set<String>> values) {
    Conditions conditions = new Conditions(values);
    String sql = SQL.replace("$starts", buckets.sqlStarts()).replace("$values", conditions.sql());
    Map<Long, Times> times = new HashMap<>();
    conditions
        .bind(jdbc.sql(sql))
        .param("from", buckets.range().from().toEpochMilli())
        .param("to", buckets.range().to().toEpochMilli())
        .query(
            row -> {
              times.put(row.getLong("bucket"), times(row));
            });
    return new Answer(
        times.getOrDefault(TOTAL, Times.NONE),
        buckets.list().stream()
            .map(
                bucket ->
                    new Point(
                        bucket.from(),
                        times.getOrDefault(bucket.from().toEpochMilli(), Times.NONE)))
            .toList());
  }

  private static Times times(ResultSet row) throws SQLException {
    return new Times(
        row.getLong("resolved"),
        row.getLong("timed"),
        row.getLong("within_day"),
        row.getLong("within_two_days"),
        Known.number(row, "median_sec"));
  }
}
