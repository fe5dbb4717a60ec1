package comms.metrics.clickhouse;

import comms.catalog.Dimension;
import comms.catalog.Metric;
import comms.metrics.Buckets;
import comms.metrics.Figures;
import comms.metrics.MetricQuery;
import comms.metrics.RecordsQuery;
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
class FirstResponseTime implements SelectMetric, RecordsOf, KeysOf {

  private static final String REPLIES =
      """
      FROM response_times FINAL
      WHERE $where AND ($every OR of_contract)
      """;

  private static final String SQL =
      "SELECT $bucket $keys, "
          + Percentiles.columns("latency_sec")
          + "\n"
          + REPLIES
          + "GROUP BY $groups";

  private static final String RECORDS =
      "SELECT message_id, latency_sec, at, thread_id, thread_type, sender_role\n" + REPLIES;

  private static final List<Dimension> DIMENSIONS =
      List.of(Dimension.THREAD_TYPE, Dimension.SENDER_ROLE);

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
    new Statement(jdbc, query, buckets, DIMENSIONS)
        .forEach(
            inScope(query, SQL), (key, bucket, row) -> Percentiles.put(figures, key, bucket, row));
    return figures;
  }

  @Override
  public List<Counted> counted(MetricQuery query) {
    return List.of(Counted.of("count()", inScope(query, REPLIES), DIMENSIONS));
  }

  @Override
  public Relation records(RecordsQuery query) {
    return Relation.of(inScope(query.figure(), RECORDS), query, DIMENSIONS);
  }

  private static String inScope(MetricQuery query, String sql) {
    return sql.replace("$every", Boolean.toString(query.everyReply()));
  }
}
