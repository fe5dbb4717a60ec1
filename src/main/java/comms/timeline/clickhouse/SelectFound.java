package comms.timeline.clickhouse;

import comms.ingestion.Ids;
import comms.timeline.Lookup;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Looks an id up by sorting keys alone, a few granules each: what events belong to in their sorted
 * copies, a message in the events whose id is, or begins with, the message's.
 */
@Component
class SelectFound implements Lookup {

  private static final String SQL =
      """
      SELECT
          toString(kind) AS found, count() AS n,
          toUnixTimestamp64Milli(min(timestamp)) AS first_ms, toUnixTimestamp64Milli(max(timestamp)) AS last_ms,
          anyIf(thread_id, thread_id != '') AS thread, anyIf(contract_id, contract_id != '') AS contract
      FROM event_copies FINAL
      WHERE kind IN ('contract', 'thread', 'dispute', 'notification') AND id = :id
      GROUP BY kind
      UNION ALL
      SELECT
          'message' AS found, count() AS n,
          toUnixTimestamp64Milli(min(timestamp)) AS first_ms, toUnixTimestamp64Milli(max(timestamp)) AS last_ms,
          anyIf(thread_id, thread_id != '') AS thread, anyIf(contract_id, contract_id != '') AS contract
      FROM events FINAL
      WHERE (event IN ('chat_message_sent', 'chat_message_received', 'chat_message_replied',
                       'chat_message_delivered') AND event_id = :id)
         OR (event = 'chat_message_failed' AND startsWith(event_id, :failed) AND message_id = :id)
      HAVING n > 0
      """;

  private final JdbcClient jdbc;
  private final Ids ids;

  SelectFound(JdbcClient jdbc, Ids ids) {
    this.jdbc = jdbc;
    this.ids = ids;
  }

  @Override
  public List<Found> find(String typed) {
    String id = ids.stored(typed);
    return jdbc
        .sql(SQL)
        .param("id", id)
        .param("failed", id.replace("\\", "\\\\").replace(":", "\\:") + ":")
        .query(
            (row, n) ->
                new Found(
                    Kind.valueOf(row.getString("found").toUpperCase(Locale.ROOT)),
                    id,
                    Instant.ofEpochMilli(row.getLong("first_ms")),
                    Instant.ofEpochMilli(row.getLong("last_ms")),
                    row.getLong("n"),
                    row.getString("thread"),
                    row.getString("contract")))
        .list()
        .stream()
        .sorted((one, other) -> one.kind().compareTo(other.kind()))
        .toList();
  }
}
