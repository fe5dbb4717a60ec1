package comms.disputes.clickhouse;

import comms.disputes.Dispute;
import comms.disputes.DisputeDesk;
import comms.disputes.DisputeFilter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Selects disputes with what the time since their events makes of them. */
@Component
class SelectDisputes implements DisputeDesk {

  private static final String SQL =
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
          FROM disputes FINAL)
      SELECT
          dispute_id, contract_id, initiator_role, reason_category, state, resolution,
          age_sec, bucket, remaining_sec, overdue,
          toUnixTimestamp64Milli(opened_at) AS opened_ms,
          toUnixTimestamp64Milli(resolved_at) AS resolved_ms
      FROM standing
      WHERE (:state = '' OR is_open = (:state = 'open'))
        AND (:bucket = '' OR bucket = :bucket OR (:bucket = 'overdue' AND overdue))
      ORDER BY $order, dispute_id
      LIMIT :limit OFFSET :offset
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  SelectDisputes(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public List<Dispute> list(DisputeFilter filter) {
    String order =
        switch (filter.order()) {
          case BREACH -> "remaining_sec ASC NULLS LAST, opened_at ASC NULLS LAST";
          case OLDEST -> "opened_at ASC NULLS LAST";
          case NEWEST -> "opened_at DESC NULLS LAST";
        };
    return jdbc.sql(SQL.replace("$order", order))
        .param("now", clock.millis())
        .param("state", filter.state())
        .param("bucket", filter.bucket())
        .param("limit", filter.limit())
        .param("offset", filter.offset())
        .query((row, n) -> dispute(row))
        .list();
  }

  private static Dispute dispute(ResultSet row) throws SQLException {
    return new Dispute(
        row.getString("dispute_id"),
        row.getString("contract_id"),
        instant(row, "opened_ms"),
        row.getString("initiator_role"),
        row.getString("reason_category"),
        row.getString("state"),
        number(row, "age_sec"),
        row.getString("bucket"),
        number(row, "remaining_sec"),
        row.getBoolean("overdue"),
        instant(row, "resolved_ms"),
        row.getString("resolution"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? null : Instant.ofEpochMilli(millis);
  }

  private static @Nullable Double number(ResultSet row, String column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? null : value;
  }
}
