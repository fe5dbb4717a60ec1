package comms.model;

import comms.catalog.EventName;
import comms.catalog.Property;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event that was understood.
 *
 * @param key the idempotency key
 * @param time when it happened, after the correction of the sender's clock
 * @param values the properties of the catalog, normalised; absent ones are not in the map
 */
record KnownEvent(EventName name, String key, Instant time, Map<Property, Object> values) {

  KnownEvent {
    values = Map.copyOf(values);
  }

  boolean is(EventName other) {
    return name == other;
  }

  /** The property as text, empty when it is absent. */
  String text(Property property) {
    Object value = values.get(property);
    return value == null ? "" : value.toString();
  }

  boolean isTrue(Property property) {
    return Boolean.TRUE.equals(values.get(property));
  }

  @Nullable Double number(Property property) {
    Object value = values.get(property);
    return value instanceof Number number ? number.doubleValue() : null;
  }

  String contract() {
    return text(Property.CONTRACT_ID);
  }

  String thread() {
    return text(Property.THREAD_ID);
  }

  KnownEvent withContract(String contract) {
    Map<Property, Object> changed = new HashMap<>(values);
    changed.put(Property.CONTRACT_ID, contract);
    return new KnownEvent(name, key, time, changed);
  }
}
