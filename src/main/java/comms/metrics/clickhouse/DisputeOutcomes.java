package comms.metrics.clickhouse;

import comms.catalog.Dimension;
import comms.catalog.Metric;
import comms.catalog.Stat;
import comms.metrics.Buckets;
import comms.metrics.Figures;
import comms.metrics.MetricQuery;
import comms.metrics.RecordsQuery;
import comms.metrics.SelectMetric;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Disputes resolved in a bucket, by resolution where no other breakdown is asked for. */
@Component
class DisputeOutcomes implements SelectMetric, RecordsOf, KeysOf {

  private static final String RESOLVED =
      """
      FROM (
          SELECT
              assumeNotNull(resolved_at) AS at, dispute_id, contract_id, opened_at, resolution,
              initiator_role, reason_category
          FROM disputes FINAL
          WHERE resolved_at IS NOT NULL)
      WHERE $where
      """;

  private static final String SQL =
      "SELECT $bucket $keys, count() AS n\n" + RESOLVED + "GROUP BY $groups";

  private static final String RECORDS = "SELECT *, at AS resolved_at\n" + RESOLVED;

  private static final List<Dimension> DIMENSIONS =
      List.of(Dimension.RESOLUTION, Dimension.INITIATOR_ROLE, Dimension.REASON_CATEGORY);

  private final JdbcClient jdbc;

  DisputeOutcomes(@Qualifier("reader") JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Metric metric() {
    return Metric.DISPUTE_OUTCOMES;
  }

  @Override
  public Figures select(MetricQuery query, Buckets buckets) {
    MetricQuery broken = query.by().isEmpty() ? query.withBy(Dimension.RESOLUTION) : query;
    Counts counts = Counts.select(statement(broken, buckets), SQL);
    Counts whole = Counts.select(statement(query.withBy(), buckets), SQL);
    Figures figures = new Figures();
    Set<Long> times = whole.buckets();
    for (Map<Dimension, String> key : counts.keys()) {
      for (long bucket : times) {
        figures.put(
            key,
            Stat.COUNT,
            bucket,
            Shares.count(counts.at(key, bucket), whole.at(Map.of(), bucket)));
      }
    }
    return figures;
  }

  @Override
  public List<Counted> counted(MetricQuery query) {
    return List.of(Counted.of("count()", RESOLVED, DIMENSIONS));
  }

  @Override
  public Relation records(RecordsQuery query) {
    return query.part() == RecordsQuery.Part.ALL
        ? new Relation(RECORDS, query.figure().filters(), DIMENSIONS)
        : Relation.of(RECORDS, query, DIMENSIONS);
  }

  private Statement statement(MetricQuery query, Buckets buckets) {
    return new Statement(jdbc, query, buckets, DIMENSIONS);
  }
}
