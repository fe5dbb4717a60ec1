package comms.disputes.clickhouse;

import comms.clickhouse.Keyset;
import comms.disputes.ContractsBehind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
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
      -- The contract's own name and those of its threads, under which its events are found.
      names AS (
          SELECT l.contract_id AS contract_id, l.until AS until, name.1 AS kind, name.2 AS id
          FROM looked_at AS l
          LEFT JOIN (
              SELECT contract_id, thread_ids FROM contracts FINAL
              WHERE contract_id IN (SELECT contract_id FROM looked_at)) AS c
              ON c.contract_id = l.contract_id
          ARRAY JOIN arrayConcat(
              [('contract', l.contract_id)], arrayMap(t -> ('thread', t), c.thread_ids)) AS name),
      -- Each message and reply once, whichever of its names led to it.
      said AS (
          SELECT
              n.contract_id AS contract_id, e.message_id AS message_id, any(n.until) AS until,
              countIf(e.event = 'chat_message_sent' AND e.message_kind != 'system' AND e.timestamp < n.until) > 0 AS sent
          FROM (
              SELECT toString(kind) AS kind, id, message_id, event, message_kind, timestamp
              FROM event_copies FINAL
              WHERE kind IN ('contract', 'thread') AND id IN (SELECT id FROM names)
                AND event IN ('chat_message_sent', 'chat_message_replied')) AS e
          INNER JOIN names AS n ON n.kind = e.kind AND n.id = e.id
          GROUP BY contract_id, message_id),
      talk AS (
          SELECT
              s.contract_id AS contract_id, countIf(s.sent) AS messages,
              quantileExactInclusiveOrNullIf(0.5)(r.latency_sec, r.message_id != '' AND r.at < s.until) AS reply_sec
          FROM said AS s
          LEFT JOIN (
              SELECT message_id, at, latency_sec FROM response_times FINAL
              WHERE at < fromUnixTimestamp64Milli(:to, 'UTC')) AS r
              ON r.message_id = s.message_id
          GROUP BY contract_id),
      failed AS (
          SELECT n.contract_id AS contract_id, uniqExact(f.notification_id) AS notifications
          FROM (
              SELECT notification_id, first_failed_at, name.1 AS kind, name.2 AS id
              FROM notifications FINAL
              ARRAY JOIN [('contract', contract_id), ('thread', thread_id)] AS name
              WHERE first_failed_at < fromUnixTimestamp64Milli(:to, 'UTC')) AS f
          INNER JOIN names AS n ON n.kind = f.kind AND n.id = f.id
          WHERE f.first_failed_at < n.until
          GROUP BY contract_id),
      compared AS (
          SELECT
              l.of_group AS of_group, l.contract_id AS contract_id, l.until AS until,
              c.started_at AS started_at, talk.reply_sec AS reply_sec,
              ifNull(failed.notifications, 0) AS failed, ifNull(talk.messages, 0) AS messages
          FROM looked_at AS l
          LEFT JOIN (SELECT contract_id, started_at FROM contracts FINAL) AS c ON c.contract_id = l.contract_id
          LEFT JOIN talk ON talk.contract_id = l.contract_id
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
          """;

  private static final String PAGE =
      CONTRACTS
          + """
          SELECT
              contract_id, toUnixTimestamp64Milli(started_at) AS started_ms,
              toUnixTimestamp64Milli(assumeNotNull(until)) AS until_ms, reply_sec, failed, messages
          FROM compared
          WHERE of_group = :group $measured AND $after
          ORDER BY $order
          LIMIT :limit OFFSET :offset
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
              age.set(Known.number(row, "median_age_sec"));
            });
    return new Comparison(
        groups.getOrDefault(Group.DISPUTED, Of.NONE),
        groups.getOrDefault(Group.UNDISPUTED, Of.NONE),
        age.get());
  }

  @Override
  public List<Contract> page(
      Question question, Group group, Measure measure, int limit, int offset) {
    return page(keyset(measure).start(), question, group, measure, limit, offset);
  }

  @Override
  public List<Contract> after(
      Question question, Group group, Measure measure, Contract last, int limit) {
    Object value =
        switch (measure) {
          case REPLY -> last.replySec();
          case ANY_FAILED, FAILED -> last.failed();
          case MESSAGES -> last.messages();
        };
    Keyset.Place place = keyset(measure).after(Arrays.asList(value, last.contractId()));
    return page(place, question, group, measure, limit, 0);
  }

  private static Keyset keyset(Measure measure) {
    String column =
        switch (measure) {
          case REPLY -> "reply_sec";
          case ANY_FAILED, FAILED -> "failed";
          case MESSAGES -> "messages";
        };
    return Keyset.of(new Keyset.Column(column, false), new Keyset.Column("contract_id", true));
  }

  private List<Contract> page(
      Keyset.Place place, Question question, Group group, Measure measure, int limit, int offset) {
    String sql =
        PAGE.replace("$order", keyset(measure).order())
            .replace("$after", place.sql())
            .replace("$measured", measure == Measure.REPLY ? "AND reply_sec IS NOT NULL" : "");
    return place
        .bind(statement(sql, question))
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
        Known.number(row, "median_reply_sec"),
        row.getLong("with_failed"),
        Known.number(row, "mean_failed"),
        Known.number(row, "median_messages"));
  }

  private static Contract contract(ResultSet row) throws SQLException {
    return new Contract(
        row.getString("contract_id"),
        Known.instant(row, "started_ms"),
        Instant.ofEpochMilli(row.getLong("until_ms")),
        Known.number(row, "reply_sec"),
        row.getLong("failed"),
        row.getLong("messages"));
  }
}
