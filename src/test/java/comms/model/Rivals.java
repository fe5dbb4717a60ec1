package comms.model;

import comms.catalog.EventName;
import comms.catalog.IdRule;
import comms.catalog.Property;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Copies of events that have the same idempotency key and tell something else. */
final class Rivals {

  private static final Map<String, Object> OTHER_VALUES =
      Map.of(
          "sender_role", "support",
          "score", 10,
          "channel", "email",
          "resolution", "cancelled",
          "initiator_role", "support",
          "thread_type", "dispute",
          "delivery_latency_ms", 9999,
          "template", "other",
          "error_code", "other",
          "first_reply_latency_sec", 7777);

  private Rivals() {}

  /** A rival of the event, null when its key leaves no room or it must wait for its dispute. */
  static @Nullable Map<String, Object> of(Sent event, Chance chance) {
    EventName name = EventName.named(event.name()).orElseThrow();
    IdRule rule = name.idRule();
    boolean waits = name.ofDispute() && !event.properties().containsKey("contract_id");
    if (waits) {
      return null;
    }
    Sent rival = event;
    if (rule.timestamp().isEmpty()) {
      Instant time =
          OffsetDateTime.parse(String.valueOf(event.json().get("timestamp"))).toInstant();
      rival = rival.field("timestamp", chance.after(time, 10 * 86_400).toString());
    }
    for (Map.Entry<String, Object> other : OTHER_VALUES.entrySet()) {
      Property property = Property.named(other.getKey()).orElseThrow();
      if (name.properties().contains(property) && !rule.parts().contains(property)) {
        rival = rival.with(other.getKey(), other.getValue());
      }
    }
    return rival.json();
  }
}
