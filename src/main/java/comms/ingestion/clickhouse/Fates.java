package comms.ingestion.clickhouse;

import comms.ingestion.QuarantinedEvent;
import comms.ingestion.Replayed;
import comms.ingestion.clickhouse.InsertWrittenBatches.Correction;
import comms.ingestion.clickhouse.Tally.Outcome;
import java.util.ArrayList;
import java.util.List;

/**
 * What became of the events of a write. What comes out of quarantine changes a count of then, what
 * comes from a sender is counted now.
 */
final class Fates {

  private final Tally tally = new Tally();
  private final List<Correction> corrections = new ArrayList<>();
  private final List<QuarantinedEvent> quarantined = new ArrayList<>();
  private final List<Replayed> released = new ArrayList<>();

  void accepted(Incoming one) {
    stored(one, Outcome.ACCEPTED, false);
  }

  void duplicate(Incoming one, boolean conflict) {
    stored(one, Outcome.DUPLICATE, conflict);
  }

  /** It comes to lie in quarantine, unless it lies there already. */
  void quarantined(Incoming one, QuarantinedEvent held) {
    Replayed origin = one.origin();
    if (origin == null) {
      quarantined(held);
    } else if (!origin.id().equals(held.id())) {
      quarantined.add(held);
      released.add(origin);
    }
  }

  void quarantined(QuarantinedEvent event) {
    quarantined.add(event);
    tally.event(Outcome.QUARANTINED, event.event(), 1);
  }

  void lost(SelectOutcomes.Lost lost) {
    corrections.add(Correction.lost(lost));
  }

  Tally tally() {
    return tally;
  }

  List<Correction> corrections() {
    return corrections;
  }

  /** What is to be put into quarantine. */
  List<QuarantinedEvent> quarantined() {
    return quarantined;
  }

  /** What is to be taken out of quarantine. */
  List<Replayed> released() {
    return released;
  }

  private void stored(Incoming one, Outcome outcome, boolean conflict) {
    Replayed origin = one.origin();
    String name = one.event().name().wireName();
    Tally counted = origin == null ? tally : new Tally();
    counted.event(outcome, name, 1);
    if (conflict) {
      counted.event(Outcome.CONFLICT, name, 1);
    }
    if (origin != null) {
      corrections.add(Correction.left(origin, counted.event(Outcome.QUARANTINED, name, -1)));
      released.add(origin);
    }
  }
}
