package comms.faults;

import java.time.Instant;
import java.util.Map;

/**
 * An event as its sender made it.
 *
 * @param id what the application makes the event's id of, worked out here by the specification
 * @param time as the sender's clock has it
 * @param poison whether the store will not take it
 */
record SentEvent(
    String name, String id, Instant time, Map<String, Object> properties, boolean poison) {

  /** The idempotency key. */
  String key() {
    return name + ":" + id;
  }

  String text(String property) {
    return String.valueOf(properties.getOrDefault(property, ""));
  }

  /** Whether it is kept in quarantine until another event tells its contract. */
  boolean mayWait() {
    return !properties.containsKey("contract_id") && !properties.containsKey("thread_id");
  }

  Map<String, Object> json() {
    return Map.of(
        "event",
        name,
        "distinct_id",
        "person-" + id.hashCode() % 100,
        "timestamp",
        time.toString(),
        "properties",
        properties);
  }
}
