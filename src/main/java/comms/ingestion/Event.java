package comms.ingestion;

import comms.catalog.EventName;
import comms.catalog.Property;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An accepted event: normalised, pseudonymised and valid.
 *
 * @param eventId the id of the thing that happened, never empty; with the name it is the
 *     idempotency key
 * @param timestamp when it happened, in milliseconds, after clock correction
 * @param receivedAt when this system accepted it, in milliseconds
 * @param distinctId the actor's pseudonym, or empty
 * @param properties only properties of the event's table, the ids in them included, each of the
 *     Java type that its {@link comms.catalog.PropertyType} names
 * @param precedence orders copies of the same event: the greatest is the first accepted and wins
 */
public record Event(
    EventName name,
    String eventId,
    Instant timestamp,
    Instant receivedAt,
    String distinctId,
    Source source,
    Map<Property, Object> properties,
    long precedence) {

  public Event {
    if (eventId.isEmpty()) {
      throw new IllegalArgumentException("an event has an id");
    }
    properties = Map.copyOf(properties);
  }

  /** The idempotency key, {@code event:event_id}. */
  public String idempotencyKey() {
    return name.wireName() + ":" + eventId;
  }

  /** The value of an id or text, empty where absent. */
  public String text(Property property) {
    return properties.get(property) instanceof String text ? text : "";
  }

  /** The value as its Java type, null where absent. */
  public @Nullable Object value(Property property) {
    return properties.get(property);
  }

  /** The same event with that value. */
  public Event with(Property property, Object value) {
    Map<Property, Object> changed = new EnumMap<>(Property.class);
    changed.putAll(properties);
    changed.put(property, value);
    return new Event(name, eventId, timestamp, receivedAt, distinctId, source, changed, precedence);
  }
}
