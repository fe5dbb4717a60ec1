package comms.metrics.clickhouse;

import comms.catalog.Dimension;
import comms.catalog.Metric;
import comms.catalog.Stat;
import comms.metrics.Buckets;
import comms.metrics.Figures;
import comms.metrics.MetricQuery;
import comms.metrics.SelectMetric;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Contracts with a dispute opened in a bucket / contracts closed in it. Breakdowns and filters
 * concern the disputes; the closed contracts stay the whole.
 */
@Component
class DisputeRate implements SelectMetric {

  private static final String DISPUTED =
      """
      SELECT $bucket $keys, uniqExact(contract_id) AS n
      FROM (
          SELECT assumeNotNull(opened_at) AS at, contract_id, initiator_role, reason_category
          FROM disputes FINAL
          WHERE opened_at IS NOT NULL)
      WHERE $where
      GROUP BY $groups
      """;

  private static final String CLOSED =
      """
      SELECT $bucket, count() AS n
      FROM (SELECT assumeNotNull(closed_at) AS at FROM contracts FINAL WHERE closed_at IS NOT NULL)
      WHERE $where
      GROUP BY $groups
      """;

  private final JdbcClient jdbc;

  DisputeRate(@Qualifier("reader") JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Metric metric() {
    return Metric.DISPUTE_RATE;
  }

  @Override
  public Figures select(MetricQuery query, Buckets buckets) {
    Counts disputed =
        Counts.select(
            new Statement(
                jdbc, query, buckets, List.of(Dimension.INITIATOR_ROLE, Dimension.REASON_CATEGORY)),
            DISPUTED);
    Counts closed = Counts.select(new Statement(jdbc, query, buckets, List.of()), CLOSED);
    return Counts.shares(disputed, closed, query.by(), List.of(), Stat.VALUE);
  }
}
