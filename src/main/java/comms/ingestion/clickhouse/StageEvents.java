package comms.ingestion.clickhouse;

import comms.catalog.Property;
import comms.ingestion.Event;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Puts the events of one write where its steps find them. */
@Component
class StageEvents {

  private static final DateTimeFormatter CLICKHOUSE_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

  private static final List<String> COLUMNS =
      Stream.concat(
              Stream.of(
                  "batch",
                  "event",
                  "event_id",
                  "timestamp",
                  "received_at",
                  "distinct_id",
                  "source",
                  "demo",
                  "precedence"),
              Arrays.stream(Property.values()).map(Property::wireName))
          .toList();

  private static final String INSERT =
      "INSERT INTO event_batches (%s) VALUES (%s)"
          .formatted(
              String.join(", ", COLUMNS),
              COLUMNS.stream().map(column -> "?").collect(Collectors.joining(", ")));

  private final JdbcTemplate jdbc;

  StageEvents(@Qualifier("writer") JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  void stage(String batch, List<Event> events) {
    jdbc.batchUpdate(INSERT, events.stream().map(event -> row(batch, event)).toList());
  }

  /** The idempotency keys of the staged events that were stored by an earlier write. */
  Set<String> keysStoredBefore(String batch) {
    return new HashSet<>(
        jdbc.queryForList(
            """
            SELECT DISTINCT concat(event, ':', event_id) FROM events
            WHERE (event, event_id) IN (
                SELECT event, event_id FROM event_batches WHERE batch = ?)
            """,
            String.class,
            batch));
  }

  static String time(Instant instant) {
    return CLICKHOUSE_TIME.format(instant);
  }

  private static @Nullable Object[] row(String batch, Event event) {
    List<@Nullable Object> row = new ArrayList<>(COLUMNS.size());
    row.add(batch);
    row.add(event.name().wireName());
    row.add(event.eventId());
    row.add(time(event.timestamp()));
    row.add(time(event.receivedAt()));
    row.add(event.distinctId());
    row.add(event.source().wireName());
    row.add(false);
    row.add(event.precedence());
    for (Property property : Property.values()) {
      row.add(column(event, property));
    }
    return row.toArray();
  }

  /** Text columns are empty where a property is absent, the others null. */
  private static @Nullable Object column(Event event, Property property) {
    return switch (property.type()) {
      case ID, PSEUDONYM, TEXT, ENUMERATION, CHANNEL -> event.text(property);
      case BOOLEAN, COUNT, INTEGER, QUANTITY, NUMBER -> event.value(property);
    };
  }
}
