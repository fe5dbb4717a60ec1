package comms.model;

import comms.catalog.EventName;
import comms.catalog.IdRule;
import comms.catalog.Property;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what a sender sent, one element of a batch at a time. */
final class Reader {

  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  private Reader() {}

  /**
   * The verdict on the element.
   *
   * @param sentAt the request's own time, null when it names none
   */
  static Verdict read(@Nullable Object element, @Nullable Instant sentAt, Instant receivedAt) {
    if (!(element instanceof Map<?, ?> json)) {
      return new Verdict.Refused("", "malformed", "");
    }
    String sentName = String.valueOf(json.get("event"));
    Optional<EventName> known = EventName.named(sentName);
    if (known.isEmpty()) {
      return new Verdict.Refused(sentName, "unknown_event", "");
    }
    EventName name = known.get();
    Instant own;
    try {
      own =
          json.get("timestamp") == null
              ? before(receivedAt, json)
              : timestamp(json.get("timestamp"));
    } catch (DateTimeException unreadable) {
      return new Verdict.Refused(sentName, "invalid_timestamp", "timestamp");
    }
    if (own.isBefore(EARLIEST)) {
      return new Verdict.Refused(sentName, "invalid_timestamp", "timestamp");
    }
    Map<Property, Object> values = new EnumMap<>(Property.class);
    Map<?, ?> sent = json.get("properties") instanceof Map<?, ?> map ? map : Map.of();
    for (Property property : name.properties()) {
      try {
        Values.read(property, sent.get(property.wireName()))
            .ifPresent(value -> values.put(property, value));
      } catch (Values.Unfit unfit) {
        return new Verdict.Refused(sentName, "invalid_value", property.wireName());
      }
    }
    for (Property property : name.required()) {
      if (!values.containsKey(property)) {
        return new Verdict.Refused(sentName, "missing_property", property.wireName());
      }
    }
    return scoped(
        new KnownEvent(name, key(name, values, own), corrected(own, sentAt, receivedAt), values));
  }

  private static Verdict scoped(KnownEvent event) {
    boolean scoped = !event.contract().isEmpty() || !event.thread().isEmpty();
    if (scoped || event.name().needsNoScope()) {
      return new Verdict.Fit(event);
    }
    return event.name().ofDispute()
        ? new Verdict.Awaiting(event, event.text(Property.DISPUTE_ID))
        : new Verdict.Refused(event.name().wireName(), "missing_scope", "");
  }

  private static Instant timestamp(@Nullable Object sent) {
    return OffsetDateTime.parse(String.valueOf(sent)).toInstant();
  }

  /** What names no time happened so many milliseconds before it was sent, else as it arrived. */
  private static Instant before(Instant receivedAt, Map<?, ?> json) {
    return json.get("offset") instanceof Number offset
        ? receivedAt.minusMillis(offset.longValue())
        : receivedAt;
  }

  private static Instant corrected(Instant own, @Nullable Instant sentAt, Instant receivedAt) {
    Instant time = sentAt == null ? own : own.plus(Duration.between(sentAt, receivedAt));
    return time.isAfter(receivedAt.plus(TOLERANCE)) ? receivedAt : time;
  }

  private static String key(EventName name, Map<Property, Object> values, Instant own) {
    IdRule rule = name.idRule();
    List<String> parts = new ArrayList<>(List.of(name.wireName()));
    for (Property part : rule.parts()) {
      Object value = values.get(part);
      if (value == null && rule.fallback().isPresent()) {
        value = values.get(rule.fallback().get());
      }
      if (value == null && part == Property.RETRY_COUNT) {
        value = 0;
      }
      parts.add(String.valueOf(value));
    }
    rule.timestamp()
        .ifPresent(
            unit ->
                parts.add(
                    String.valueOf(
                        unit == ChronoUnit.SECONDS ? own.getEpochSecond() : own.toEpochMilli())));
    return String.join(":", parts);
  }
}
