package comms.ingestion;

import comms.catalog.EventName;
import comms.catalog.Property;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The JSON of an accepted event, complete: reading what was written gives the same event. */
@Component
public class EventFormat {

  private final JsonMapper json;

  EventFormat(JsonMapper json) {
    this.json = json;
  }

  public String write(Event event) {
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

  public Event read(String text) {
    return read(json.readTree(text));
  }

  /** Whether the JSON is one that {@link #write} makes, and not an event as it was sent. */
  static boolean isComplete(JsonNode content) {
    return content.has("event_id") && content.has("precedence");
  }

  public Event read(JsonNode content) {
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
