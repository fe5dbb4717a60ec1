package comms.model;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event as an SDK sends it, in the making.
 *
 * @param json the element of the request's {@code batch}
 */
record Sent(Map<String, Object> json) {

  static Sent event(String name, Instant time) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("event", name);
    json.put("timestamp", time.toString());
    json.put("distinct_id", "user-1");
    json.put("properties", new LinkedHashMap<String, Object>());
    return new Sent(json);
  }

  static Sent event(String name, String time) {
    return event(name, Instant.parse(time));
  }

  /** The event with a property more, or with another value for it; null takes it away. */
  Sent with(String property, @Nullable Object value) {
    Map<String, Object> properties = new LinkedHashMap<>(properties());
    if (value == null) {
      properties.remove(property);
    } else {
      properties.put(property, value);
    }
    return field("properties", properties);
  }

  /** The event with another envelope field; null takes it away. */
  Sent field(String name, @Nullable Object value) {
    Map<String, Object> changed = new LinkedHashMap<>(json);
    if (value == null) {
      changed.remove(name);
    } else {
      changed.put(name, value);
    }
    return new Sent(changed);
  }

  String name() {
    return String.valueOf(json.get("event"));
  }

  Map<String, Object> properties() {
    Map<String, Object> properties = new LinkedHashMap<>();
    if (json.get("properties") instanceof Map<?, ?> map) {
      map.forEach((key, value) -> properties.put(String.valueOf(key), value));
    }
    return properties;
  }
}
