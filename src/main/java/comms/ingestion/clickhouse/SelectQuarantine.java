package comms.ingestion.clickhouse;

import comms.clickhouse.Keyset;
import comms.ingestion.Quarantine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Selects what is held in quarantine; what was released is not there any more. */
@Component
class SelectQuarantine implements Quarantine {

  private static final String ITEMS =
      """
      SELECT id, toUnixTimestamp64Milli(received_at) AS ms, request, event, reason, property, content
      """;

  private static final String MATCHING =
      """
      FROM quarantine FINAL
      WHERE (:reason = '' OR reason = :reason) AND (:event = '' OR event = :event)
      """;

  private static final Keyset NEWEST =
      Keyset.of(Keyset.Column.time("received_at", false), new Keyset.Column("id", true));

  private final JdbcClient jdbc;

  SelectQuarantine(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Page list(String reason, String event, int limit, int offset) {
    long total = matching("SELECT count() " + MATCHING, reason, event).query(Long.class).single();
    List<Item> items =
        matching(
                ITEMS + MATCHING + "ORDER BY received_at DESC, id LIMIT :limit OFFSET :offset",
                reason,
                event)
            .param("limit", limit)
            .param("offset", offset)
            .query(SelectQuarantine::item)
            .list();
    return new Page(total, items);
  }

  @Override
  public List<Item> before(Item item, String reason, String event, int limit) {
    Keyset.Place place = NEWEST.after(List.of(item.receivedAt().toEpochMilli(), item.id()));
    String sql = ITEMS + MATCHING + "AND " + place.sql() + " ORDER BY " + NEWEST.order();
    return place
        .bind(matching(sql + " LIMIT :limit", reason, event))
        .param("limit", limit)
        .query(SelectQuarantine::item)
        .list();
  }

  @Override
  public Optional<Item> find(String id) {
    return jdbc.sql(ITEMS + "FROM quarantine FINAL WHERE id = :id")
        .param("id", id)
        .query(SelectQuarantine::item)
        .optional();
  }

  @Override
  public List<Item> oldest(String reason, String event, int limit) {
    return matching(ITEMS + MATCHING + "ORDER BY received_at, id LIMIT :limit", reason, event)
        .param("limit", limit)
        .query(SelectQuarantine::item)
        .list();
  }

  @Override
  public List<Item> after(Item item, String reason, String event, int limit) {
    return matching(
            ITEMS
                + MATCHING
                + """
                AND (received_at, id) > (fromUnixTimestamp64Milli(:ms), :id)
                ORDER BY received_at, id LIMIT :limit
                """,
            reason,
            event)
        .param("ms", item.receivedAt().toEpochMilli())
        .param("id", item.id())
        .param("limit", limit)
        .query(SelectQuarantine::item)
        .list();
  }

  @Override
  public List<Group> groups() {
    return jdbc.sql(
            """
            SELECT reason, event, count() AS n FROM quarantine FINAL
            GROUP BY reason, event ORDER BY n DESC, reason, event LIMIT 100
            """)
        .query(
            (row, _) ->
                new Group(row.getString("reason"), row.getString("event"), row.getLong("n")))
        .list();
  }

  private StatementSpec matching(String sql, String reason, String event) {
    return jdbc.sql(sql).param("reason", reason).param("event", event);
  }

  private static Item item(ResultSet row, int n) throws SQLException {
    return new Item(
        row.getString("id"),
        Instant.ofEpochMilli(row.getLong("ms")),
        row.getString("request"),
        row.getString("event"),
        row.getString("reason"),
        row.getString("property"),
        row.getString("content"));
  }
}
