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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 100 * (promoters - detractors) / responses of the surveys answered in a bucket, or, as cohorts,
 * of the disputes resolved in it. Beside it the promoters and the detractors, and the response
 * rate, responses / (2 * disputes resolved), where it is not broken down by respondent.
 */
@Component
class DisputeNps implements SelectMetric, RecordsOf, KeysOf {

  private static final String ANSWERS =
      """
      FROM communications_nps FINAL
      WHERE $where
      """;

  /** The same, at the time of their dispute's resolution. */
  private static final String COHORTS =
      """
      FROM (
          SELECT answer.* EXCEPT at, answer.at AS answered_at, assumeNotNull(dispute.resolved_at) AS at
          FROM (SELECT * FROM communications_nps FINAL) AS answer
          INNER JOIN (SELECT dispute_id, resolved_at FROM disputes FINAL WHERE resolved_at IS NOT NULL) AS dispute
              ON dispute.dispute_id = answer.dispute_id)
      WHERE $where
      """;

  private static final String SCORES =
      """
      SELECT $bucket $keys, countIf(score >= 9) AS promoters, countIf(score <= 6) AS detractors, count() AS n
      $answers
      GROUP BY $groups
      """;

  private static final String COLUMNS =
      "SELECT dispute_id, score, role, at, resolution, initiator_role, contract_id\n";

  private static final String RECORDS = COLUMNS + ANSWERS;

  private static final String COHORT_RECORDS =
      COLUMNS + "FROM (SELECT * EXCEPT at, answered_at AS at FROM (SELECT * " + COHORTS + "))";

  private static final String RESOLVED =
      """
      SELECT $bucket $keys, count() AS n
      FROM (
          SELECT assumeNotNull(resolved_at) AS at, resolution, initiator_role
          FROM disputes FINAL
          WHERE resolved_at IS NOT NULL)
      WHERE $where
      GROUP BY $groups
      """;

  private static final List<Dimension> OF_DISPUTE =
      List.of(Dimension.INITIATOR_ROLE, Dimension.RESOLUTION);

  private final JdbcClient jdbc;

  DisputeNps(@Qualifier("reader") JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Metric metric() {
    return Metric.DISPUTE_NPS;
  }

  @Override
  public Figures select(MetricQuery query, Buckets buckets) {
    boolean byRespondent =
        query.by().contains(Dimension.ROLE) || query.filters().containsKey(Dimension.ROLE);
    Counts resolved =
        byRespondent
            ? new Counts()
            : Counts.select(new Statement(jdbc, query, buckets, OF_DISPUTE), RESOLVED);
    Figures figures = new Figures();
    if (query.by().isEmpty()) {
      figures.ensure(Map.of(), Stat.VALUE);
    }
    Counts responses = new Counts();
    new Statement(jdbc, query, buckets, Metric.DISPUTE_NPS.breakdowns())
        .forEach(
            SCORES.replace("$answers", query.cohorts() ? COHORTS : ANSWERS),
            (key, bucket, row) -> {
              double promoters = row.getDouble("promoters");
              double detractors = row.getDouble("detractors");
              double n = row.getDouble("n");
              responses.put(key, bucket, n);
              figures.put(
                  key,
                  Stat.VALUE,
                  bucket,
                  score(promoters, detractors, n, resolved.at(key, bucket)));
            });
    addSilence(figures, responses, resolved);
    return figures;
  }

  @Override
  public List<Counted> counted(MetricQuery query) {
    return List.of(
        Counted.of(
            "count()", query.cohorts() ? COHORTS : ANSWERS, Metric.DISPUTE_NPS.breakdowns()));
  }

  @Override
  public Relation records(RecordsQuery query) {
    String records = query.figure().cohorts() ? COHORT_RECORDS : RECORDS;
    return Relation.of(records, query, Metric.DISPUTE_NPS.breakdowns());
  }

  /** Where disputes were resolved and nobody has answered, the response rate is 0. */
  private static void addSilence(Figures figures, Counts responses, Counts resolved) {
    Set<Long> times = resolved.buckets();
    for (Map<Dimension, String> key : resolved.keys()) {
      for (long bucket : times) {
        boolean shown = key.isEmpty() || responses.keys().contains(key);
        if (shown && responses.at(key, bucket) == 0) {
          figures.put(key, Stat.VALUE, bucket, score(0, 0, 0, resolved.at(key, bucket)));
        }
      }
    }
  }

  private static Figure score(
      double promoters, double detractors, double responses, double resolved) {
    double balance = promoters - detractors;
    Map<String, @Nullable Double> extra = new HashMap<>();
    extra.put("promoters", promoters);
    extra.put("detractors", detractors);
    if (resolved > 0) {
      extra.put("response_rate", responses / (2 * resolved));
    }
    return new Figure(
        responses == 0 ? null : 100 * balance / responses, balance, responses, responses, extra);
  }
}
