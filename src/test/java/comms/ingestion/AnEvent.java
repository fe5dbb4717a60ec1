package comms.ingestion;

import comms.catalog.EventName;
import comms.catalog.Property;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Builds valid events: {@code anEvent(CONTRACT_STARTED).of(CONTRACT_ID, "c1").at("2026-…")}. */
public final class AnEvent {

  private static final AtomicLong PRECEDENCE = new AtomicLong(Long.MAX_VALUE / 2);

  private final EventName name;
  private final Map<Property, Object> properties = new EnumMap<>(Property.class);
  private Instant at = Instant.parse("2026-01-01T00:00:00Z");

  private AnEvent(EventName name) {
    this.name = name;
  }

  public static AnEvent anEvent(EventName name) {
    return new AnEvent(name);
  }

  /** Appends them to the journal, as one request with nothing else in it. */
  public static void send(Journal journal, AnEvent... events) {
    List<Event> built = Arrays.stream(events).map(AnEvent::build).toList();
    journal.append(new Journal.Intake(UUID.randomUUID().toString(), built, List.of(), Map.of()));
  }

  public AnEvent of(Property property, Object value) {
    properties.put(property, value);
    return this;
  }

  /** When it happened, as an ISO instant. */
  public AnEvent at(String instant) {
    at = Instant.parse(instant);
    return this;
  }

  /** The event; of two copies the one that was built first counts as accepted first. */
  public Event build() {
    StringBuilder id = new StringBuilder();
    for (Property part : name.idRule().parts()) {
      Object value = properties.get(part);
      if (value == null) {
        value = properties.get(name.idRule().fallback().orElseThrow());
      }
      id.append(id.isEmpty() ? "" : ":").append(value);
    }
    name.idRule()
        .timestamp()
        .ifPresent(
            unit -> id.append(':').append(at.toEpochMilli() / unit.getDuration().toMillis()));
    return new Event(
        name,
        id.toString(),
        at,
        Instant.now().truncatedTo(ChronoUnit.MILLIS),
        "",
        Source.BACKEND,
        properties,
        PRECEDENCE.decrementAndGet());
  }
}
