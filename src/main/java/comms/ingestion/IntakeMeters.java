package comms.ingestion;

import comms.ingestion.Journal.Intake;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Counts what was kept: events accepted, events quarantined by reason, properties stripped by name.
 * The number of names is bounded for the life of the process.
 */
@Component
class IntakeMeters {

  private static final int MAX_NAMES = 300;

  private final MeterRegistry registry;
  private final Set<String> names = ConcurrentHashMap.newKeySet();

  IntakeMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  void kept(Intake intake) {
    registry.counter("comms.events.accepted").increment(intake.accepted().size());
    intake
        .quarantined()
        .forEach(
            event ->
                registry
                    .counter("comms.events.quarantined", "reason", event.reason().wireName())
                    .increment());
    intake
        .stripped()
        .forEach(
            (name, count) ->
                registry
                    .counter("comms.properties.stripped", "property", bounded(name))
                    .increment(count));
  }

  private String bounded(String name) {
    if (names.contains(name) || (names.size() < MAX_NAMES && names.add(name))) {
      return name;
    }
    return StrippedProperties.OTHER;
  }
}
