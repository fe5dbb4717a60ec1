package comms.timeline.clickhouse;

import comms.catalog.EventName;
import comms.catalog.Property;
import comms.timeline.TimelineEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a row of {@code events}, with its two times as {@code at_ms} and {@code received_ms}. */
final class EventRow {

  private EventRow() {}

  static TimelineEntry entry(ResultSet row) throws SQLException {
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
