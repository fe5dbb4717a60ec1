package comms.ingestion.clickhouse;

import static comms.catalog.Property.CONTRACT_ID;
import static comms.catalog.Property.DISPUTE_ID;

import comms.catalog.EventName;
import comms.catalog.Property;
import comms.ingestion.Event;
import comms.ingestion.QuarantineReason;
import comms.ingestion.QuarantinedEvent;
import comms.ingestion.Source;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The dispute events in quarantine that wait for the contract of their dispute. */
@Component
class HeldEvents {

  private final JdbcClient jdbc;
  private final JsonMapper json;

  HeldEvents(@Qualifier("writer") JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /**
   * An event in quarantine.
   *
   * @param id the quarantine's
   */
  record Held(String id, String request, Event event) {}

  /** The event as it goes into quarantine, with all that is needed to store it later. */
  QuarantinedEvent hold(Event event) {
    return new QuarantinedEvent(
        UUID.randomUUID().toString(),
        "",
        event.receivedAt(),
        event.name().wireName(),
        QuarantineReason.MISSING_SCOPE,
        CONTRACT_ID.wireName(),
        write(event),
        event.text(DISPUTE_ID));
  }

  /** The events that wait for the contract of one of these disputes. */
  List<Held> awaiting(Collection<String> disputes) {
    return Portions.of(disputes).stream().flatMap(some -> awaitingSome(some).stream()).toList();
  }

  private List<Held> awaitingSome(List<String> disputes) {
    return jdbc.sql(
            """
            SELECT id, request, content FROM quarantine FINAL
            WHERE dispute_id IN (:disputes) AND reason = 'missing_scope'
            """)
        .param("disputes", disputes)
        .query((row, n) -> new Held(row.getString(1), row.getString(2), read(row.getString(3))))
        .list();
  }

  private String write(Event event) {
    ObjectNode content = json.createObjectNode();
    content.put("event", event.name().wireName());
    content.put("event_id", event.eventId());
    content.put("timestamp", event.timestamp().toString());
    content.put("received_at", event.receivedAt().toString());
    content.put("distinct_id", event.distinctId());
    content.put("source", event.source().wireName());
    content.put("precedence", event.precedence());
    ObjectNode properties = content.putObject("properties");
    event.properties().forEach((property, value) -> properties.putPOJO(property.wireName(), value));
    return json.writeValueAsString(content);
  }

  private Event read(String text) {
    JsonNode content = json.readTree(text);
    Map<Property, Object> properties = new EnumMap<>(Property.class);
    content
        .get("properties")
        .properties()
        .forEach(
            entry ->
                Property.named(entry.getKey())
                    .ifPresent(
                        property -> properties.put(property, value(property, entry.getValue()))));
    return new Event(
        EventName.named(content.get("event").asString()).orElseThrow(),
        content.get("event_id").asString(),
        Instant.parse(content.get("timestamp").asString()),
        Instant.parse(content.get("received_at").asString()),
        content.get("distinct_id").asString(),
        Source.valueOf(content.get("source").asString().toUpperCase(Locale.ROOT)),
        properties,
        content.get("precedence").asLong());
  }

  private static Object value(Property property, JsonNode value) {
    return switch (property.type()) {
      case ID, PSEUDONYM, TEXT, ENUMERATION, CHANNEL -> value.asString();
      case BOOLEAN -> value.asBoolean();
      case COUNT, INTEGER -> value.asLong();
      case QUANTITY, NUMBER -> value.asDouble();
    };
  }
}
