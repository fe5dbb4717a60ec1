package comms.metrics.clickhouse;

import comms.catalog.Metric;
import comms.catalog.Stat;
import comms.metrics.Buckets;
import comms.metrics.Buckets.Bucket;
import comms.metrics.Figures;
import comms.metrics.MetricQuery;
import comms.metrics.RecordsQuery;
import comms.metrics.SelectMetric;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Active contracts with a message / active contracts.
 *
 * <p>A contract is active from the bucket in which it starts to the bucket in which it closes, and
 * counts in the numerator from the bucket of its first message. So the statement counts where
 * contracts come and go, and the running sums are the figures.
 */
@Component
class ContactShare implements SelectMetric, RecordsOf {

  /** The contracts that are active somewhere in the period, and whether they have a message. */
  private static final String ACTIVE =
      """
      SELECT
          contract_id, started_at, first_message_at, closed_at,
          ifNull(first_message_at < fromUnixTimestamp64Milli(:to, 'UTC'), false) AS spoken
      FROM contracts FINAL
      WHERE started_at < fromUnixTimestamp64Milli(:to, 'UTC')
        AND (closed_at IS NULL OR closed_at >= fromUnixTimestamp64Milli(:from, 'UTC'))
      """;

  private static final String SQL =
      """
      WITH
      active AS (
          SELECT
              toUnixTimestamp64Milli(assumeNotNull(started_at)) AS started,
              toUnixTimestamp64Milli(ifNull(first_message_at, toDateTime64('2299-01-01', 3, 'UTC'))) AS spoke,
              toUnixTimestamp64Milli(ifNull(closed_at, toDateTime64('2299-01-01', 3, 'UTC'))) AS closed,
              spoken
          FROM ($active)),
      placed AS (
          SELECT
              roundDown(greatest(started, :from), $starts)::Int64 AS first,
              roundDown(greatest(started, spoke, :from), $starts)::Int64 AS first_spoken,
              if(closed >= :to, :to, roundDown(closed, $starts)::Int64) AS last,
              spoken
          FROM active)
      SELECT change.1 AS kind, change.2 AS bucket, toInt64(count()) AS n
      FROM placed
      ARRAY JOIN arrayConcat(
          [('total', 0::Int64)],
          if(spoken, [('total_spoken', 0::Int64)], []),
          if(first <= last, [('come', first), ('go', last)], []),
          if(spoken AND first_spoken <= last, [('come_spoken', first_spoken), ('go_spoken', last)], [])) AS change
      GROUP BY change
      """
          .replace("$active", ACTIVE);

  private final JdbcClient jdbc;

  ContactShare(@Qualifier("reader") JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Metric metric() {
    return Metric.CONTACT_SHARE;
  }

  @Override
  public Figures select(MetricQuery query, Buckets buckets) {
    Map<String, Map<Long, Long>> changes = changes(buckets);
    Figures figures = new Figures();
    long active = 0;
    long spoken = 0;
    for (Bucket bucket : buckets.list()) {
      long at = bucket.from().toEpochMilli();
      active += count(changes, "come", at);
      spoken += count(changes, "come_spoken", at);
      figures.put(Map.of(), Stat.VALUE, at, Shares.of(spoken, active));
      active -= count(changes, "go", at);
      spoken -= count(changes, "go_spoken", at);
    }
    figures.put(
        Map.of(),
        Stat.VALUE,
        Figures.TOTAL,
        Shares.of(
            count(changes, "total_spoken", Figures.TOTAL), count(changes, "total", Figures.TOTAL)));
    return figures;
  }

  @Override
  public Relation records(RecordsQuery query) {
    String which =
        switch (query.part()) {
          case COUNTED -> "spoken";
          case MISSED -> "NOT spoken";
          default -> "true";
        };
    return Relation.whole("SELECT * EXCEPT spoken FROM (" + ACTIVE + ") WHERE " + which);
  }

  private Map<String, Map<Long, Long>> changes(Buckets buckets) {
    Map<String, Map<Long, Long>> changes = new HashMap<>();
    jdbc.sql(SQL.replace("$starts", buckets.sqlStarts()))
        .param("from", buckets.range().from().toEpochMilli())
        .param("to", buckets.range().to().toEpochMilli())
        .query(
            row -> {
              changes
                  .computeIfAbsent(row.getString("kind"), kind -> new HashMap<>())
                  .put(row.getLong("bucket"), row.getLong("n"));
            });
    return changes;
  }

  private static long count(Map<String, Map<Long, Long>> changes, String kind, long bucket) {
    return changes.getOrDefault(kind, Map.of()).getOrDefault(bucket, 0L);
  }
}
