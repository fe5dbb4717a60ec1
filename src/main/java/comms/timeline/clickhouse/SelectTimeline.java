package comms.timeline.clickhouse;

import comms.catalog.EventName;
import comms.catalog.Property;
import comms.timeline.Subject;
import comms.timeline.TimelineEntry;
import comms.timeline.Timelines;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the keys in the sorted copies, and the events by their keys: few granules of each. */
@Component
class SelectTimeline implements Timelines {

  private static final String SQL =
      """
      WITH page AS (
          SELECT event, event_id FROM (
              SELECT DISTINCT event, event_id, timestamp
              FROM event_copies FINAL
              WHERE (kind = :kind AND id = :id)
                 OR (kind = 'thread' AND id IN (
                     SELECT arrayJoin(thread_ids) FROM contracts FINAL
                     WHERE contract_id = :contract))
              ORDER BY timestamp, event, event_id
              LIMIT :limit OFFSET :offset))
      SELECT *, toUnixTimestamp64Milli(timestamp) AS at_ms, toUnixTimestamp64Milli(received_at) AS received_ms
      FROM events FINAL
      WHERE (event, event_id) IN page
      ORDER BY timestamp, event, event_id
      """;

  private final JdbcClient jdbc;

  SelectTimeline(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<TimelineEntry> of(Subject subject, String id, int limit, int offset) {
    return jdbc.sql(SQL)
        .param("kind", subject.wireName())
        .param("id", id)
        .param("contract", subject == Subject.CONTRACT ? id : "")
        .param("limit", limit)
        .param("offset", offset)
        .query((row, n) -> entry(row))
        .list();
  }

  private static TimelineEntry entry(ResultSet row) throws SQLException {
    String event = row.getString("event");
    return new TimelineEntry(
        Instant.ofEpochMilli(row.getLong("at_ms")),
        event,
        row.getString("event_id"),
        Instant.ofEpochMilli(row.getLong("received_ms")),
        row.getString("source"),
        row.getString("distinct_id"),
        properties(EventName.named(event).orElseThrow(), row));
  }

  private static Map<String, Object> properties(EventName event, ResultSet row)
      throws SQLException {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (Property property : event.properties()) {
      Object value = value(property, row);
      if (value != null && !value.equals("")) {
        properties.put(property.wireName(), value);
      }
    }
    return properties;
  }

  private static @Nullable Object value(Property property, ResultSet row) throws SQLException {
    String column = property.wireName();
    Object value =
        switch (property.type()) {
          case ID, PSEUDONYM, TEXT, ENUMERATION, CHANNEL -> row.getString(column);
          case BOOLEAN -> row.getBoolean(column);
          case COUNT, INTEGER -> row.getLong(column);
          case QUANTITY, NUMBER -> row.getDouble(column);
        };
    return row.wasNull() ? null : value;
  }
}
