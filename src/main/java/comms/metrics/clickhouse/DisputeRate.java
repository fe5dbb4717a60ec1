package comms.metrics.clickhouse;

import comms.catalog.Dimension;
import comms.catalog.Metric;
import comms.catalog.Stat;
import comms.metrics.Buckets;
import comms.metrics.Figures;
import comms.metrics.MetricQuery;
import comms.metrics.RecordKind;
import comms.metrics.RecordsQuery;
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
class DisputeRate implements SelectMetric, RecordsOf, KeysOf {

  private static final String DISPUTED =
      """
      FROM (
          SELECT assumeNotNull(opened_at) AS at, dispute_id, contract_id, initiator_role, reason_category
          FROM disputes FINAL
          WHERE opened_at IS NOT NULL)
      WHERE $where
      """;

  private static final String CLOSED =
      """
      FROM (
          SELECT assumeNotNull(closed_at) AS at, contract_id, started_at, close_reason
          FROM contracts FINAL
          WHERE closed_at IS NOT NULL)
      WHERE $where
      """;

  private static final String COUNT_DISPUTED =
      "SELECT $bucket $keys, uniqExact(contract_id) AS n\n" + DISPUTED + "GROUP BY $groups";

  private static final String COUNT_CLOSED =
      "SELECT $bucket, count() AS n\n" + CLOSED + "GROUP BY $groups";

  private static final String DISPUTED_CONTRACTS =
      """
      SELECT
          contract_id, min(at) AS opened_at, count() AS disputes,
          argMin(d.dispute_id, (at, d.dispute_id)) AS dispute_id,
          argMin(d.initiator_role, (at, d.dispute_id)) AS initiator_role,
          argMin(d.reason_category, (at, d.dispute_id)) AS reason_category
      FROM (SELECT * $disputed) AS d
      GROUP BY contract_id
      """
          .replace("$disputed", DISPUTED);

  private static final String CLOSED_CONTRACTS =
      "SELECT contract_id, started_at, at AS closed_at, close_reason AS reason\n" + CLOSED;

  private static final List<Dimension> OF_DISPUTE =
      List.of(Dimension.INITIATOR_ROLE, Dimension.REASON_CATEGORY);

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
        Counts.select(new Statement(jdbc, query, buckets, OF_DISPUTE), COUNT_DISPUTED);
    Counts closed = Counts.select(new Statement(jdbc, query, buckets, List.of()), COUNT_CLOSED);
    return Counts.shares(disputed, closed, query.by(), List.of(), Stat.VALUE);
  }

  @Override
  public List<Counted> counted(MetricQuery query) {
    return List.of(Counted.of("uniqExact(contract_id)", DISPUTED, OF_DISPUTE));
  }

  @Override
  public Relation records(RecordsQuery query) {
    return query.kind() == RecordKind.CLOSED_CONTRACTS
        ? Relation.whole(CLOSED_CONTRACTS)
        : Relation.of(DISPUTED_CONTRACTS, query, OF_DISPUTE);
  }
}
