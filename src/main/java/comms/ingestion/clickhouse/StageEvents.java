package comms.ingestion.clickhouse;

import comms.catalog.Property;
import comms.ingestion.Event;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Puts the events of one write where its steps find them. */
@Component
class StageEvents {

  private static final Logger log = LoggerFactory.getLogger(StageEvents.class);

  private static final DateTimeFormatter CLICKHOUSE_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

  private static final List<String> COLUMNS =
      Stream.concat(
              Stream.of(
                  "batch",
                  "copy",
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

  /** The token makes the store forget a second insert of the same, should it come in time. */
  private static final String INSERT =
      "INSERT INTO event_batches (%s) SETTINGS insert_deduplication_token = '%%s' VALUES (%s)"
          .formatted(
              String.join(", ", COLUMNS),
              COLUMNS.stream().map(column -> "?").collect(Collectors.joining(", ")));

  private final JdbcTemplate jdbc;

  StageEvents(@Qualifier("writer") JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Stages the events, each under its place in the list.
   *
   * @return the places of those that the store refuses for what is in them; found by halving
   * @throws org.springframework.dao.DataAccessException when the store does not take any
   */
  Set<Integer> stage(String batch, List<Incoming> events) {
    Set<Integer> refused = new TreeSet<>();
    stage(batch, events, 0, events.size(), refused);
    return refused;
  }

  private void stage(String batch, List<Incoming> events, int from, int to, Set<Integer> refused) {
    if (from == to) {
      return;
    }
    try {
      jdbc.batchUpdate(
          INSERT.formatted(batch + "/" + from + "-" + to),
          IntStream.range(from, to).mapToObj(n -> row(batch, n, events.get(n).event())).toList());
    } catch (DataAccessException e) {
      if (!StoreFailure.isAboutContent(e)) {
        throw e;
      }
      if (to - from == 1) {
        log.warn("The store refuses an event: {}", StoreFailure.sentence(e));
        refused.add(from);
        return;
      }
      int middle = (from + to) / 2;
      stage(batch, events, from, middle, refused);
      stage(batch, events, middle, to, refused);
    }
  }

  static String time(Instant instant) {
    return CLICKHOUSE_TIME.format(instant);
  }

  private static @Nullable Object[] row(String batch, int copy, Event event) {
    List<@Nullable Object> row = new ArrayList<>(COLUMNS.size());
    row.add(batch);
    row.add(copy);
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
