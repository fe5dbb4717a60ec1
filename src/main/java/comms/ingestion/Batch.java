package comms.ingestion;

import comms.ingestion.Journal.Intake;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What is written to the store together. It is frozen before it is written the first time, so that
 * a batch that is written again has the same id, the same events and the same order.
 *
 * @param id a random id
 * @param frozenAt when it was put together
 * @param backlog how many events were in the journal then, those of the batch among them
 */
public record Batch(String id, Instant frozenAt, long backlog, List<Intake> intakes) {

  /** How many events it brings, whatever becomes of them. */
  public int size() {
    return intakes.stream().mapToInt(Intake::size).sum();
  }

  public List<Event> accepted() {
    return intakes.stream().flatMap(intake -> intake.accepted().stream()).toList();
  }

  public List<QuarantinedEvent> quarantined() {
    return intakes.stream().flatMap(intake -> intake.quarantined().stream()).toList();
  }

  public List<Replayed> replayed() {
    return intakes.stream().flatMap(intake -> intake.replayed().stream()).toList();
  }

  /** How often a property outside the catalog was left out, by its name. */
  public Map<String, Long> stripped() {
    Map<String, Long> stripped = new HashMap<>();
    intakes.forEach(
        intake -> intake.stripped().forEach((name, n) -> stripped.merge(name, n, Long::sum)));
    return stripped;
  }

  /** When the event came that has waited longest. */
  public Instant oldest() {
    return Stream.concat(
            accepted().stream().map(Event::receivedAt),
            quarantined().stream().map(QuarantinedEvent::receivedAt))
        .min(Comparator.naturalOrder())
        .orElse(frozenAt);
  }
}
