package comms.telemetry.clickhouse;

import comms.telemetry.Increase;
import comms.telemetry.TelemetryHours;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.LongSummaryStatistics;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Works out whole hours from the minutes that are stored. The version is the store's clock before
 * they are read, so that of several writers the one with the greatest has seen the minutes of all.
 */
@Component
class ProjectHours implements TelemetryHours {

  private static final String BUCKETS =
      """
      INSERT INTO histogram_hours (metric, hour, instance, demo, buckets, version)
      SELECT metric, hour, instance, demo, groupArray((le, n)), :version
      FROM (
          SELECT metric, toStartOfHour(at) AS hour, instance, demo, le, sum(increase) AS n
          FROM histogram_increases FINAL
          WHERE at >= toDateTime(:from, 'UTC') AND at < toDateTime(:to, 'UTC')
          GROUP BY metric, hour, instance, demo, le)
      GROUP BY metric, hour, instance, demo
      """;

  private static final String OWN_BUCKETS =
      """
      INSERT INTO own_bucket_hours (metric, hour, instance, buckets, version)
      SELECT metric, hour, instance, groupArray((lower, le, n)), :version
      FROM (
          SELECT metric, toStartOfHour(at) AS hour, instance, lower, le, sum(increase) AS n
          FROM own_bucket_increases FINAL
          WHERE at >= toDateTime(:from, 'UTC') AND at < toDateTime(:to, 'UTC')
          GROUP BY metric, hour, instance, lower, le)
      GROUP BY metric, hour, instance
      """;

  private static final String SUMS =
      """
      INSERT INTO summary_hours
          (metric, hour, instance, demo, sum_increase, count_increase, version)
      SELECT
          metric, toStartOfHour(at) AS hour, instance, demo,
          sum(sum_increase), sum(count_increase), :version
      FROM summary_increases FINAL
      WHERE at >= toDateTime(:from, 'UTC') AND at < toDateTime(:to, 'UTC')
      GROUP BY metric, hour, instance, demo
      """;

  private final JdbcClient jdbc;

  ProjectHours(@Qualifier("writer") JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Works out the hours from the first to the last of these increases. */
  void of(List<Increase> increases) {
    if (!increases.isEmpty()) {
      LongSummaryStatistics minutes =
          increases.stream().mapToLong(Increase::minute).summaryStatistics();
      workOut(Instant.ofEpochMilli(minutes.getMin()), Instant.ofEpochMilli(minutes.getMax() + 1));
    }
  }

  @Override
  public void workOut(Instant from, Instant to) {
    long version = jdbc.sql("SELECT toUnixTimestamp64Micro(now64(6))").query(Long.class).single();
    Instant end = to.plus(Duration.ofHours(1)).minusMillis(1).truncatedTo(ChronoUnit.HOURS);
    for (String sql : List.of(BUCKETS, OWN_BUCKETS, SUMS)) {
      jdbc.sql(sql)
          .param("version", version)
          .param("from", from.truncatedTo(ChronoUnit.HOURS).getEpochSecond())
          .param("to", end.getEpochSecond())
          .update();
    }
  }
}
