package comms.ingestion;

import comms.catalog.EventName;
import comms.catalog.Property;
import comms.catalog.PropertyType;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Brings events to the one form that the specification's envelope and tables describe. */
final class Normaliser {

  private static final Map<Property, Object> DEFAULTS =
      Map.of(Property.RETRY_COUNT, 0L, Property.MESSAGE_KIND, "text");

  private Normaliser() {}

  /** Normalises; properties outside the event's own table are left out and counted. */
  static Draft normalise(RawEvent raw, Delivery request, StrippedProperties stripped) {
    Delivery delivery = raw.ignoreSentAt() ? request.withSentAt(Optional.empty()) : request;
    Optional<EventName> name = EventName.named(raw.event());
    Optional<Instant> sentTime = SenderTime.parse(raw.timestamp());
    return new Draft(
        raw,
        delivery,
        name,
        sentTime,
        timestamp(raw, sentTime, delivery),
        Identity.of(raw.distinctId()).orElse(""),
        source(raw, delivery),
        values(raw, name, stripped));
  }

  private static Optional<Instant> timestamp(
      RawEvent raw, Optional<Instant> sentTime, Delivery delivery) {
    if (!SenderTime.isAbsent(raw.timestamp())) {
      return sentTime.flatMap(sent -> SenderClock.correct(sent, delivery));
    }
    if (SenderTime.isAbsent(raw.offset())) {
      return Optional.of(delivery.receivedAt());
    }
    return SenderTime.milliseconds(raw.offset())
        .flatMap(
            before ->
                SenderClock.correct(
                    delivery.receivedAt().minusMillis(before),
                    delivery.withSentAt(Optional.empty())));
  }

  private static Source source(RawEvent raw, Delivery delivery) {
    return delivery.source() == Source.BACKEND && raw.browser()
        ? Source.BROWSER
        : delivery.source();
  }

  private static Map<Property, Value> values(
      RawEvent raw, Optional<EventName> name, StrippedProperties stripped) {
    Map<Property, Value> values = new EnumMap<>(Property.class);
    raw.values()
        .forEach(
            (property, sent) -> {
              if (name.isPresent() && !name.get().properties().contains(property)) {
                stripped.count(property.wireName());
              } else {
                PropertyValues.read(property, sent)
                    .ifPresent(value -> values.put(property, redacted(property, value, stripped)));
              }
            });
    name.ifPresent(known -> addDefaults(known, values));
    return values;
  }

  /** Codes without what is somebody's; ids stay as they are. */
  private static Value redacted(Property property, Value value, StrippedProperties stripped) {
    boolean code = property.type() == PropertyType.TEXT || property.type() == PropertyType.CHANNEL;
    boolean amounts = property == Property.PAYOUT_SPLIT;
    if (code && value instanceof Value.Fit(String text) && !(amounts && text.startsWith("{"))) {
      String redacted = Redaction.of(text);
      if (!redacted.equals(text)) {
        stripped.countRedacted(property);
        return new Value.Fit(redacted);
      }
    }
    return value;
  }

  private static void addDefaults(EventName name, Map<Property, Value> values) {
    DEFAULTS.forEach(
        (property, value) -> {
          if (name.properties().contains(property)) {
            values.putIfAbsent(property, new Value.Fit(value));
          }
        });
  }
}
