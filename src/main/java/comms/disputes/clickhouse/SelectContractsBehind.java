package comms.disputes.clickhouse;

import comms.disputes.ContractsBehind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Selects the contracts behind disputes and those without one, from the same statement. */
@Component
class SelectContractsBehind implements ContractsBehind {

  private static final String CONTRACTS =
      """
      WITH
      disputed AS (
          SELECT contract_id, min(opened_at) AS until
          FROM disputes FINAL
          WHERE opened_at >= fromUnixTimestamp64Milli(:from, 'UTC')
            AND opened_at < fromUnixTimestamp64Milli(:to, 'UTC')
            $values
          GROUP BY contract_id),
      (SELECT quantileExactInclusiveOrNull(0.5)(dateDiff('millisecond', c.started_at, d.until))
       FROM disputed AS d
       INNER JOIN (
           SELECT contract_id, started_at FROM contracts FINAL WHERE started_at IS NOT NULL) AS c
           ON c.contract_id = d.contract_id
       WHERE c.started_at <= d.until) AS median_age_ms,
      looked_at AS (
          SELECT 'disputed' AS of_group, contract_id, until FROM disputed
          UNION ALL
          SELECT
              'undisputed' AS of_group, contract_id,
              least(closed_at, started_at + toIntervalMillisecond(toInt64(ifNull(median_age_ms, 0)))) AS until
          FROM contracts FINAL
          WHERE closed_at >= fromUnixTimestamp64Milli(:from, 'UTC')
            AND closed_at < fromUnixTimestamp64Milli(:to, 'UTC')
            AND started_at <= closed_at AND median_age_ms IS NOT NULL
            AND contract_id NOT IN (
                SELECT contract_id FROM disputes FINAL WHERE opened_at IS NOT NULL)),
      threads_of AS (
          SELECT l.contract_id AS contract_id, l.until AS until, c.thread_id AS thread_id
          FROM looked_at AS l
          INNER JOIN (
              SELECT contract_id, arrayJoin(thread_ids) AS thread_id FROM contracts FINAL) AS c
              ON c.contract_id = l.contract_id),
      -- What was said in the contract's name or in one of its threads.
      said AS (
          SELECT l.contract_id AS contract_id, e.message_id AS message_id, e.event AS event,
              e.message_kind AS message_kind, e.timestamp AS timestamp, l.until AS until
          FROM (
              SELECT id, message_id, event, message_kind, timestamp FROM event_copies FINAL
              WHERE kind = 'contract' AND id IN (SELECT contract_id FROM looked_at)
                AND event IN ('chat_message_sent', 'chat_message_replied')) AS e
          INNER JOIN looked_at AS l ON l.contract_id = e.id
          UNION ALL
          SELECT t.contract_id, e.message_id, e.event, e.message_kind, e.timestamp, t.until
          FROM (
              SELECT id, message_id, event, message_kind, timestamp FROM event_copies FINAL
              WHERE kind = 'thread' AND id IN (SELECT thread_id FROM threads_of)
                AND event IN ('chat_message_sent', 'chat_message_replied')) AS e
          INNER JOIN threads_of AS t ON t.thread_id = e.id),
      sent AS (
          SELECT contract_id, uniqExact(message_id) AS messages
          FROM said
          WHERE event = 'chat_message_sent' AND message_kind != 'system' AND timestamp < until
          GROUP BY contract_id),
      replied AS (
          SELECT s.contract_id AS contract_id, quantileExactInclusive(0.5)(r.latency_sec) AS reply_sec
          FROM (SELECT DISTINCT contract_id, message_id, until FROM said) AS s
          INNER JOIN (
              SELECT message_id, at, latency_sec FROM response_times FINAL
              WHERE at < fromUnixTimestamp64Milli(:to, 'UTC')
                AND message_id IN (SELECT message_id FROM said)) AS r
              ON r.message_id = s.message_id
          WHERE r.at < s.until
          GROUP BY contract_id),
      failures AS (
          SELECT notification_id, contract_id, thread_id, first_failed_at
          FROM notifications FINAL
          WHERE first_failed_at < fromUnixTimestamp64Milli(:to, 'UTC')),
      failed AS (
          SELECT contract_id, uniqExact(notification_id) AS notifications
          FROM (
              SELECT l.contract_id AS contract_id, f.notification_id AS notification_id
              FROM failures AS f INNER JOIN looked_at AS l ON l.contract_id = f.contract_id
              WHERE f.first_failed_at < l.until
              UNION ALL
              SELECT t.contract_id, f.notification_id
              FROM failures AS f INNER JOIN threads_of AS t ON t.thread_id = f.thread_id
              WHERE f.first_failed_at < t.until)
          GROUP BY contract_id),
      compared AS (
          SELECT
              l.of_group AS of_group, l.contract_id AS contract_id, l.until AS until,
              c.started_at AS started_at, replied.reply_sec AS reply_sec,
              ifNull(failed.notifications, 0) AS failed, ifNull(sent.messages, 0) AS messages
          FROM looked_at AS l
          LEFT JOIN (SELECT contract_id, started_at FROM contracts FINAL) AS c ON c.contract_id = l.contract_id
          LEFT JOIN sent ON sent.contract_id = l.contract_id
          LEFT JOIN replied ON replied.contract_id = l.contract_id
          LEFT JOIN failed ON failed.contract_id = l.contract_id)
      """;

  private static final String FIGURES =
      CONTRACTS
          + """
          SELECT
              of_group, count() AS contracts, count(reply_sec) AS replied,
              quantileExactInclusiveOrNull(0.5)(reply_sec) AS median_reply_sec,
              countIf(failed > 0) AS with_failed, avg(failed) AS mean_failed,
              quantileExactInclusive(0.5)(messages) AS median_messages,
              any(median_age_ms) / 1000 AS median_age_sec
          FROM compared
          GROUP BY of_group
          SETTINGS join_use_nulls = 1
          """;

  private static final String PAGE =
      CONTRACTS
          + """
          SELECT
              contract_id, toUnixTimestamp64Milli(started_at) AS started_ms,
              toUnixTimestamp64Milli(assumeNotNull(until)) AS until_ms, reply_sec, failed, messages
          FROM compared
          WHERE of_group = :group $measured
          ORDER BY $order DESC, contract_id
          LIMIT :limit OFFSET :offset
          SETTINGS join_use_nulls = 1
          """;

  private final JdbcClient jdbc;

  SelectContractsBehind(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Comparison compare(Question question) {
    Map<Group, Of> groups = new EnumMap<>(Group.class);
    AtomicReference<@Nullable Double> age = new AtomicReference<>();
    statement(FIGURES, question)
        .query(
            row -> {
              groups.put(
                  Group.valueOf(row.getString("of_group").toUpperCase(Locale.ROOT)), of(row));
              age.set(number(row, "median_age_sec"));
            });
    return new Comparison(
        groups.getOrDefault(Group.DISPUTED, Of.NONE),
        groups.getOrDefault(Group.UNDISPUTED, Of.NONE),
        age.get());
  }

  @Override
  public List<Contract> page(
      Question question, Group group, Measure measure, int limit, int offset) {
    String order =
        switch (measure) {
          case REPLY -> "reply_sec";
          case ANY_FAILED, FAILED -> "failed";
          case MESSAGES -> "messages";
        };
    String sql =
        PAGE.replace("$order", order)
            .replace("$measured", measure == Measure.REPLY ? "AND reply_sec IS NOT NULL" : "");
    return statement(sql, question)
        .param("group", group.wireName())
        .param("limit", limit)
        .param("offset", offset)
        .query((row, n) -> contract(row))
        .list();
  }

  private StatementSpec statement(String sql, Question question) {
    Conditions conditions = new Conditions(question.values());
    return conditions
        .bind(jdbc.sql(sql.replace("$values", conditions.sql())))
        .param("from", question.range().from().toEpochMilli())
        .param("to", question.range().to().toEpochMilli());
  }

  private static Of of(ResultSet row) throws SQLException {
    return new Of(
        row.getLong("contracts"),
        row.getLong("replied"),
        number(row, "median_reply_sec"),
        row.getLong("with_failed"),
        number(row, "mean_failed"),
        number(row, "median_messages"));
  }

  private static Contract contract(ResultSet row) throws SQLException {
    long started = row.getLong("started_ms");
    @Nullable Instant startedAt = row.wasNull() ? null : Instant.ofEpochMilli(started);
    return new Contract(
        row.getString("contract_id"),
        startedAt,
        Instant.ofEpochMilli(row.getLong("until_ms")),
        number(row, "reply_sec"),
        row.getLong("failed"),
        row.getLong("messages"));
  }

  private static @Nullable Double number(ResultSet row, String column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? null : value;
  }
}
