package comms.disputes.clickhouse;

import comms.clickhouse.Keyset;
import comms.disputes.Dispute;
import comms.disputes.DisputeDesk;
import comms.disputes.DisputeFilter;
import comms.disputes.DisputeSort;
import comms.disputes.Standing;
import comms.metrics.TimeRange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
            AND $after
          ORDER BY $order
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
    return page(keyset(sort).start(), filter, sort, limit, offset);
  }

  @Override
  public List<Dispute> after(DisputeFilter filter, DisputeSort sort, Dispute last, int limit) {
    Keyset.Place place =
        keyset(sort)
            .after(Arrays.asList(value(sort, last), millis(last.openedAt()), last.disputeId()));
    return page(place, filter, sort, limit, 0);
  }

  private List<Dispute> page(
      Keyset.Place place, DisputeFilter filter, DisputeSort sort, int limit, int offset) {
    String sql = PAGE.replace("$order", keyset(sort).order()).replace("$after", place.sql());
    return place
        .bind(select(sql, filter))
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

  private static Keyset keyset(DisputeSort sort) {
    boolean up = sort.ascending();
    Keyset.Column column =
        switch (sort.column()) {
          case BREACH -> new Keyset.Column("remaining_sec", up);
          case OPENED -> Keyset.Column.time("opened_at", up);
          case AGE -> new Keyset.Column("age_sec", up);
          case RESOLVED -> Keyset.Column.time("resolved_at", up);
          case STATE -> new Keyset.Column("state", up);
          case INITIATOR -> new Keyset.Column("initiator_role", up);
          case REASON -> new Keyset.Column("reason_category", up);
        };
    return Keyset.of(
        column, Keyset.Column.time("opened_at", true), new Keyset.Column("dispute_id", true));
  }

  private static @Nullable Object value(DisputeSort sort, Dispute dispute) {
    return switch (sort.column()) {
      case BREACH -> dispute.slaRemainingSec();
      case OPENED -> millis(dispute.openedAt());
      case AGE -> dispute.ageSec();
      case RESOLVED -> millis(dispute.resolvedAt());
      case STATE -> dispute.state();
      case INITIATOR -> dispute.initiatorRole();
      case REASON -> dispute.reasonCategory();
    };
  }

  private static @Nullable Long millis(@Nullable Instant time) {
    return time == null ? null : (Long) time.toEpochMilli();
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
