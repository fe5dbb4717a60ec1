package comms.ingestion.clickhouse;

import comms.catalog.EventName;
import comms.ingestion.Event;
import comms.ingestion.Journal.Intake;
import comms.ingestion.QuarantinedEvent;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Counts what became of the events of a write, by event name, and stripped properties by name. */
@Component
class CountOutcomes {

  private final JdbcTemplate jdbc;
  private final MeterRegistry meters;
  private final Clock clock;

  CountOutcomes(@Qualifier("writer") JdbcTemplate jdbc, MeterRegistry meters, Clock clock) {
    this.jdbc = jdbc;
    this.meters = meters;
    this.clock = clock;
  }

  private record Outcome(String outcome, String name) implements Comparable<Outcome> {
    @Override
    public int compareTo(Outcome other) {
      int byOutcome = outcome.compareTo(other.outcome);
      return byOutcome != 0 ? byOutcome : name.compareTo(other.name);
    }
  }

  /**
   * @param known the keys that were stored before this write
   */
  void count(
      List<Event> events,
      Set<String> known,
      List<QuarantinedEvent> quarantined,
      List<HeldEvents.Held> released,
      List<Intake> intakes) {
    Map<Outcome, Long> counts = new TreeMap<>();
    Set<String> seen = new HashSet<>(known);
    for (Event event : events) {
      String outcome = seen.add(event.idempotencyKey()) ? "accepted" : "duplicate";
      counts.merge(new Outcome(outcome, event.name().wireName()), 1L, Long::sum);
    }
    for (QuarantinedEvent event : quarantined) {
      counts.merge(new Outcome("quarantined", known(event.event())), 1L, Long::sum);
    }
    for (HeldEvents.Held one : released) {
      counts.merge(new Outcome("quarantined", one.event().name().wireName()), -1L, Long::sum);
    }
    for (Intake intake : intakes) {
      intake
          .stripped()
          .forEach((name, n) -> counts.merge(new Outcome("stripped", name), n, Long::sum));
    }
    insert(counts);
    counts.forEach(this::meter);
  }

  /** Senders may name events as they like; those that nobody knows are counted together. */
  private static String known(String name) {
    return EventName.named(name).isPresent() ? name : "(unknown)";
  }

  private void insert(Map<Outcome, Long> counts) {
    if (counts.isEmpty()) {
      return;
    }
    String minute = StageEvents.time(clock.instant().truncatedTo(ChronoUnit.MINUTES));
    List<Object[]> rows = new ArrayList<>();
    counts.forEach(
        (outcome, n) ->
            rows.add(new Object[] {minute.substring(0, 19), outcome.outcome(), outcome.name(), n}));
    jdbc.batchUpdate(
        "INSERT INTO ingestion_counts (minute, outcome, name, n) VALUES (?, ?, ?, ?)", rows);
  }

  /** Counters only grow: what leaves quarantine is counted as released. */
  private void meter(Outcome outcome, long n) {
    if (!outcome.outcome().equals("stripped") && n != 0) {
      String name = n > 0 ? outcome.outcome() : "released";
      meters
          .counter("comms.events.stored", "outcome", name, "event", outcome.name())
          .increment(Math.abs(n));
    }
  }
}
