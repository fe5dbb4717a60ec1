package comms.metrics.clickhouse;

import comms.catalog.Dimension;
import comms.catalog.Metric;
import comms.catalog.Stat;
import comms.metrics.Buckets;
import comms.metrics.Figures;
import comms.metrics.MetricQuery;
import comms.metrics.MetricResult.Figure;
import comms.metrics.RecordsQuery;
import comms.metrics.SelectMetric;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The funnel of the order chats created in a bucket: chat, terms discussed, contract. */
@Component
class ChatToContract implements SelectMetric, RecordsOf, KeysOf {

  /** The order chats with how far they came. */
  private static final String COHORT =
      """
      SELECT
          assumeNotNull(created_at) AS at, thread_id, initiator_role, discussed_at, contracted_at, contract_ids,
          ifNull(contracted_at <= created_at + toIntervalDay($window), false) AS contracted,
          ifNull(discussed_at <= created_at + toIntervalDay($window), false) AS discussed,
          discussed OR contracted AS talked
      FROM threads FINAL
      WHERE thread_type = 'order' AND created_at IS NOT NULL
      """;

  private static final String SQL =
      """
      SELECT
          $bucket $keys,
          count() AS created,
          countIf(talked) AS talks,
          countIf(contracted) AS won,
          quantileExactInclusiveOrNullIf(0.5)(dateDiff('millisecond', at, discussed_at) / 1000, discussed) AS to_terms_sec,
          quantileExactInclusiveOrNullIf(0.5)(dateDiff('millisecond', discussed_at, contracted_at) / 1000,
              contracted AND discussed AND contracted_at >= discussed_at) AS to_contract_sec
      FROM ($cohort)
      WHERE $where
      GROUP BY $groups
      """
          .replace("$cohort", COHORT);

  private static final String CREATED = "FROM ($cohort) WHERE $where".replace("$cohort", COHORT);

  private static final String RECORDS =
      """
      SELECT
          thread_id, at AS created_at, initiator_role,
          if(discussed, discussed_at, NULL) AS discussed_at,
          if(contracted, contracted_at, NULL) AS contracted_at,
          if(contracted, arrayElement(arraySort(contract_ids), 1), '') AS contract_id
      FROM ($cohort)
      WHERE $where AND $step
      """
          .replace("$cohort", COHORT);

  /** A window that nothing outlasts: 100 years. */
  private static final int NO_WINDOW_DAYS = 36_500;

  private final JdbcClient jdbc;

  ChatToContract(@Qualifier("reader") JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Metric metric() {
    return Metric.CHAT_TO_CONTRACT;
  }

  @Override
  public Figures select(MetricQuery query, Buckets buckets) {
    Figures figures = new Figures();
    if (query.by().isEmpty()) {
      List.of(Stat.VALUE, Stat.STEP1, Stat.STEP2, Stat.STEP3)
          .forEach(stat -> figures.ensure(Map.of(), stat));
    }
    new Statement(jdbc, query, buckets, List.of(Dimension.INITIATOR_ROLE))
        .forEach(
            within(query, SQL),
            (key, bucket, row) -> {
              double created = row.getDouble("created");
              double talked = row.getDouble("talks");
              double won = row.getDouble("won");
              figures.put(key, Stat.VALUE, bucket, Shares.of(won, created));
              figures.put(key, Stat.STEP1, bucket, step(created, created, Map.of()));
              figures.put(
                  key, Stat.STEP2, bucket, step(talked, created, median(row, "to_terms_sec")));
              figures.put(
                  key, Stat.STEP3, bucket, step(won, created, median(row, "to_contract_sec")));
            });
    return figures;
  }

  @Override
  public List<Counted> counted(MetricQuery query) {
    return List.of(
        Counted.of("count()", within(query, CREATED), List.of(Dimension.INITIATOR_ROLE)));
  }

  @Override
  public Relation records(RecordsQuery query) {
    String step =
        switch (query.kind()) {
          case DISCUSSED_CHATS -> "talked";
          case CONTRACTED_CHATS -> "contracted";
          case UNDISCUSSED_CHATS -> "NOT talked";
          case CHATS_WITHOUT_AGREEMENT -> "talked AND NOT contracted";
          case UNCONTRACTED_CHATS -> "NOT contracted";
          default -> "true";
        };
    return Relation.of(
        within(query.figure(), RECORDS).replace("$step", step),
        query,
        List.of(Dimension.INITIATOR_ROLE));
  }

  private static String within(MetricQuery query, String sql) {
    return sql.replace("$window", Integer.toString(query.windowDays().orElse(NO_WINDOW_DAYS)));
  }

  private static Figure step(double count, double created, Map<String, @Nullable Double> extra) {
    return new Figure(created == 0 ? null : count, count, created, created, extra);
  }

  private static Map<String, @Nullable Double> median(ResultSet row, String column)
      throws SQLException {
    double seconds = row.getDouble(column);
    return Collections.singletonMap("median_step_sec", row.wasNull() ? null : seconds);
  }
}
