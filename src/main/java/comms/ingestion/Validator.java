package comms.ingestion;

import comms.catalog.EventName;
import comms.catalog.IdRule;
import comms.catalog.Property;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks drafts against the catalog; the first fault found is the reason for quarantine. */
final class Validator {

  private Validator() {}

  /** Why an event cannot be accepted, and the property at fault or empty. */
  record Fault(QuarantineReason reason, String property) {

    Fault(QuarantineReason reason) {
      this(reason, "");
    }
  }

  /** The fault of the draft, empty where it may be stored. */
  static Optional<Fault> fault(Draft draft) {
    if (!draft.raw().readable()) {
      return Optional.of(new Fault(QuarantineReason.MALFORMED));
    }
    if (draft.name().isEmpty()) {
      return Optional.of(new Fault(QuarantineReason.UNKNOWN_EVENT));
    }
    if (draft.timestamp().isEmpty()) {
      return Optional.of(untimely(draft.raw()));
    }
    EventName name = draft.name().get();
    return invalidValue(draft).or(() -> missing(name, draft)).or(() -> scopeless(name, draft));
  }

  /** The event that a draft without a fault becomes. */
  static Event event(Draft draft, long precedence) {
    EventName name = draft.name().orElseThrow();
    Instant timestamp = draft.timestamp().orElseThrow();
    Map<Property, Object> properties = new EnumMap<>(Property.class);
    draft.values().forEach((property, value) -> properties.put(property, fit(value)));
    return new Event(
        name,
        id(name.idRule(), properties, draft.sentTime().orElse(timestamp)),
        timestamp,
        draft.delivery().receivedAt(),
        draft.distinctId(),
        draft.source(),
        properties,
        precedence);
  }

  private static Fault untimely(RawEvent raw) {
    if (SenderTime.isAbsent(raw.timestamp())) {
      return new Fault(QuarantineReason.INVALID_TIMESTAMP, "offset");
    }
    return new Fault(
        SenderTime.isAmbiguous(raw.timestamp())
            ? QuarantineReason.AMBIGUOUS_TIMESTAMP
            : QuarantineReason.INVALID_TIMESTAMP,
        "timestamp");
  }

  private static Optional<Fault> invalidValue(Draft draft) {
    return draft.values().entrySet().stream()
        .filter(entry -> entry.getValue() instanceof Value.Unfit)
        .map(entry -> new Fault(QuarantineReason.INVALID_VALUE, entry.getKey().wireName()))
        .findFirst();
  }

  private static Optional<Fault> missing(EventName name, Draft draft) {
    return name.required().stream()
        .filter(property -> !draft.values().containsKey(property))
        .map(property -> new Fault(QuarantineReason.MISSING_PROPERTY, property.wireName()))
        .findFirst();
  }

  /** A later event of a dispute may leave its contract out; the writer knows it or not. */
  private static Optional<Fault> scopeless(EventName name, Draft draft) {
    boolean scoped =
        draft.values().containsKey(Property.CONTRACT_ID)
            || draft.values().containsKey(Property.THREAD_ID);
    return scoped || name.needsNoScope() || name.ofDispute()
        ? Optional.empty()
        : Optional.of(new Fault(QuarantineReason.MISSING_SCOPE, Property.CONTRACT_ID.wireName()));
  }

  private static String id(IdRule rule, Map<Property, Object> properties, Instant sent) {
    Stream<String> values =
        rule.parts().stream()
            .map(part -> properties.containsKey(part) ? part : rule.fallback().orElse(part))
            .map(part -> String.valueOf(properties.get(part)));
    Stream<String> time = rule.timestamp().map(unit -> since1970(sent, unit)).stream();
    List<String> parts = Stream.concat(values, time).toList();
    String front =
        parts.subList(0, parts.size() - 1).stream()
            .map(part -> escaped(part) + ":")
            .collect(Collectors.joining());
    return front + parts.getLast();
  }

  /** Colons inside a part are marked, so that different parts never make the same id. */
  private static String escaped(String part) {
    return part.replace("\\", "\\\\").replace(":", "\\:");
  }

  private static String since1970(Instant time, ChronoUnit unit) {
    return Long.toString(unit == ChronoUnit.SECONDS ? time.getEpochSecond() : time.toEpochMilli());
  }

  private static Object fit(Value value) {
    return switch (value) {
      case Value.Fit fit -> fit.value();
      case Value.Unfit unfit -> throw new IllegalStateException("a value is unfit");
    };
  }
}
