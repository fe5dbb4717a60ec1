package comms.metrics.clickhouse;

import comms.catalog.Dimension;
import comms.catalog.Metric;
import comms.metrics.Buckets;
import comms.metrics.Figures;
import comms.metrics.MetricQuery;
import comms.metrics.SelectMetric;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Percentiles of the seconds from a message to its reply. The latencies themselves are worked out
 * when events are written, by {@code project-response-times.sql}.
 */
@Component
class FirstResponseTime implements SelectMetric {

  private static final String SQL =
      """
      SELECT $bucket $keys, %s
      FROM response_times FINAL
      WHERE $where AND ($every OR of_contract)
      GROUP BY $groups
      """
          .formatted(Percentiles.columns("latency_sec"));

  private final JdbcClient jdbc;

  FirstResponseTime(@Qualifier("reader") JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Metric metric() {
    return Metric.FIRST_RESPONSE_TIME;
  }

  @Override
  public Figures select(MetricQuery query, Buckets buckets) {
    Figures figures = new Figures();
    if (query.by().isEmpty()) {
      Percentiles.STATS.forEach(stat -> figures.ensure(Map.of(), stat));
    }
    new Statement(jdbc, query, buckets, List.of(Dimension.THREAD_TYPE, Dimension.SENDER_ROLE))
        .forEach(
            SQL.replace("$every", Boolean.toString(query.everyReply())),
            (key, bucket, row) -> Percentiles.put(figures, key, bucket, row));
    return figures;
  }
}
