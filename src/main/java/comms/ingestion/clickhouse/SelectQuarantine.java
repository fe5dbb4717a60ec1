package comms.ingestion.clickhouse;

import comms.ingestion.Quarantine;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Selects what is held in quarantine; what was released is not there any more. */
@Component
class SelectQuarantine implements Quarantine {

  private static final String MATCHING =
      """
      FROM quarantine FINAL
      WHERE (:reason = '' OR reason = :reason) AND (:event = '' OR event = :event)
      """;

  private final JdbcClient jdbc;

  SelectQuarantine(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Page list(String reason, String event, int limit, int offset) {
    long total =
        jdbc.sql("SELECT count() " + MATCHING)
            .param("reason", reason)
            .param("event", event)
            .query(Long.class)
            .single();
    List<Item> items =
        jdbc.sql(
                """
                SELECT id, toUnixTimestamp64Milli(received_at) AS ms, request, event, reason, property, content
                """
                    + MATCHING
                    + "ORDER BY received_at DESC, id LIMIT :limit OFFSET :offset")
            .param("reason", reason)
            .param("event", event)
            .param("limit", limit)
            .param("offset", offset)
            .query(
                (row, n) ->
                    new Item(
                        row.getString("id"),
                        Instant.ofEpochMilli(row.getLong("ms")),
                        row.getString("request"),
                        row.getString("event"),
                        row.getString("reason"),
                        row.getString("property"),
                        row.getString("content")))
            .list();
    return new Page(total, items);
  }
}
