package comms.disputes.clickhouse;

import comms.disputes.Dispute;
import comms.disputes.DisputeDesk;
import comms.disputes.DisputeFilter;
import comms.disputes.DisputeSort;
import comms.disputes.Standing;
import comms.metrics.TimeRange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Selects disputes with what the time since their events makes of them. */
@Component
class SelectDisputes implements DisputeDesk {

  private static final String STANDING =
      """
      WITH
      standing AS (
          SELECT
              *,
              resolved_at IS NULL AS is_open,
              (toUnixTimestamp64Milli(ifNull(resolved_at, fromUnixTimestamp64Milli(:now, 'UTC')))
                  - toUnixTimestamp64Milli(opened_at)) / 1000 AS age_sec,
              multiIf(opened_at IS NULL, '', age_sec < 86400, '<24h', age_sec < 172800, '24-48h', '48h+') AS bucket,
              if(is_open, sla_remaining_sec - (:now - toUnixTimestamp64Milli(state_at)) / 1000, NULL) AS remaining_sec,
              ifNull(remaining_sec < 0, false) AS overdue
          FROM disputes FINAL
          -- Of some no more than an answer to the survey has arrived.
          WHERE coalesce(opened_at, state_at, resolved_at) IS NOT NULL)
      """;

  private static final String THOSE =
      """
      FROM standing
      WHERE $bucket
        AND ($state = 'all' OR is_open = ($state = 'open'))
        AND (is_open OR resolved_at >= fromUnixTimestamp64Milli(:from, 'UTC')
            AND resolved_at < fromUnixTimestamp64Milli(:to, 'UTC'))
        $values
      """;

  private static final String PAGE =
      STANDING
          + """
          SELECT
              dispute_id, contract_id, initiator_role, reason_category, state, resolution,
              age_sec, bucket, remaining_sec, overdue,
              toUnixTimestamp64Milli(opened_at) AS opened_ms,
              toUnixTimestamp64Milli(resolved_at) AS resolved_ms
          """
          + THOSE
          + """
          ORDER BY $order NULLS LAST, opened_at ASC NULLS LAST, dispute_id
          LIMIT :limit OFFSET :offset
          """;

  private static final String COUNT = STANDING + "SELECT count()\n" + THOSE;

  private static final String COUNTS =
      STANDING
          + """
          SELECT
              count() AS open, countIf(bucket = '<24h') AS day, countIf(bucket = '24-48h') AS second_day,
              countIf(bucket = '48h+') AS longer, countIf(overdue) AS overdue_now,
              countIf(remaining_sec IS NULL) AS without_sla
          FROM standing
          WHERE is_open $values
          """;

  /** Later than any time that the store holds. */
  private static final TimeRange EVER =
      new TimeRange(Instant.EPOCH, Instant.parse("2299-12-31T00:00:00Z"));

  private final JdbcClient jdbc;

  SelectDisputes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Dispute> page(DisputeFilter filter, DisputeSort sort, int limit, int offset) {
    return select(PAGE.replace("$order", order(sort)), filter)
        .param("limit", limit)
        .param("offset", offset)
        .query((row, n) -> dispute(row))
        .list();
  }

  @Override
  public long count(DisputeFilter filter) {
    return select(COUNT, filter).query(Long.class).single();
  }

  @Override
  public Standing standing(DisputeFilter filter) {
    Conditions conditions = new Conditions(filter.values());
    return conditions
        .bind(jdbc.sql(COUNTS.replace("$values", conditions.sql())))
        .param("now", filter.at().toEpochMilli())
        .query(
            (row, n) ->
                new Standing(
                    filter.at(),
                    row.getLong("open"),
                    row.getLong("day"),
                    row.getLong("second_day"),
                    row.getLong("longer"),
                    row.getLong("overdue_now"),
                    row.getLong("without_sla")))
        .single();
  }

  private StatementSpec select(String sql, DisputeFilter filter) {
    Conditions conditions = new Conditions(filter.values());
    TimeRange given = filter.resolvedIn();
    TimeRange resolvedIn = given == null ? EVER : given;
    String filled =
        sql.replace("$bucket", bucket(filter.bucket()))
            .replace("$state", "'" + filter.state().wireName() + "'")
            .replace("$values", conditions.sql());
    return conditions
        .bind(jdbc.sql(filled))
        .param("now", filter.at().toEpochMilli())
        .param("from", resolvedIn.from().toEpochMilli())
        .param("to", resolvedIn.to().toEpochMilli());
  }

  private static String bucket(DisputeFilter.Bucket bucket) {
    return switch (bucket) {
      case ANY -> "true";
      case DAY, SECOND_DAY, LONGER -> "bucket = '" + bucket.wireName() + "'";
      case TWO_DAYS -> "bucket IN ('<24h', '24-48h')";
      case OVERDUE -> "overdue";
    };
  }

  private static String order(DisputeSort sort) {
    String column =
        switch (sort.column()) {
          case BREACH -> "remaining_sec";
          case OPENED -> "opened_at";
          case AGE -> "age_sec";
          case RESOLVED -> "resolved_at";
          case STATE -> "state";
          case INITIATOR -> "initiator_role";
          case REASON -> "reason_category";
        };
    return column + (sort.ascending() ? " ASC" : " DESC");
  }

  private static Dispute dispute(ResultSet row) throws SQLException {
    return new Dispute(
        row.getString("dispute_id"),
        row.getString("contract_id"),
        Known.instant(row, "opened_ms"),
        row.getString("initiator_role"),
        row.getString("reason_category"),
        row.getString("state"),
        Known.number(row, "age_sec"),
        row.getString("bucket"),
        Known.number(row, "remaining_sec"),
        row.getBoolean("overdue"),
        Known.instant(row, "resolved_ms"),
        row.getString("resolution"));
  }
}
