package comms.ingestion.clickhouse;

import static comms.catalog.Property.DISPUTE_ID;

import comms.catalog.EventName;
import comms.ingestion.Batch;
import comms.ingestion.EventStore;
import comms.ingestion.EventsStored;
import comms.ingestion.clickhouse.SettleScope.Settled;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * One write: settles the scope of dispute events, stages, stores what is new, works out again every
 * entity, series and rollup that the events touch, and notes what became of each event. Every step
 * can be done again, so a batch that is written twice, or cut off anywhere and written again,
 * leaves the same.
 */
@Component
class WriteBatch implements EventStore {

  private final SettleScope settleScope;
  private final StageEvents stageEvents;
  private final Projections projections;
  private final HeldEvents heldEvents;
  private final InsertQuarantined insertQuarantined;
  private final SelectOutcomes selectOutcomes;
  private final InsertWrittenBatches insertWrittenBatches;
  private final StoreLock lock;
  private final ApplicationEventPublisher announcements;

  WriteBatch(
      SettleScope settleScope,
      StageEvents stageEvents,
      Projections projections,
      HeldEvents heldEvents,
      InsertQuarantined insertQuarantined,
      SelectOutcomes selectOutcomes,
      InsertWrittenBatches insertWrittenBatches,
      StoreLock lock,
      ApplicationEventPublisher announcements) {
    this.settleScope = settleScope;
    this.stageEvents = stageEvents;
    this.projections = projections;
    this.heldEvents = heldEvents;
    this.insertQuarantined = insertQuarantined;
    this.selectOutcomes = selectOutcomes;
    this.insertWrittenBatches = insertWrittenBatches;
    this.lock = lock;
    this.announcements = announcements;
  }

  @Override
  public void write(Batch batch) {
    lock.during(() -> writeAlone(batch));
    announcements.publishEvent(new EventsStored());
  }

  private void writeAlone(Batch batch) {
    Settled settled = settleScope.settle(incoming(batch));
    Fates fates = store(batch.id(), settled.ready());
    settled.held().forEach(one -> fates.quarantined(one, heldEvents.awaitingContract(one.event())));
    batch.quarantined().forEach(fates::quarantined);
    fates.tally().stripped(batch.stripped());
    insertWrittenBatches.insert(batch, fates);
    insertQuarantined.insert(fates.quarantined(), fates.released());

    Fates late = release(batch, disputes(settled));
    insertWrittenBatches.meter(fates);
    insertWrittenBatches.meter(late);
  }

  /** Stores, in a write of its own, what was held for these disputes and has its contract now. */
  private Fates release(Batch batch, Set<String> disputes) {
    List<Incoming> released = disputes.isEmpty() ? List.of() : settleScope.released(disputes);
    if (released.isEmpty()) {
      return new Fates();
    }
    Fates fates = store(batch.id() + ":released", released);
    // Counted before it is taken out: what is not there any more would not be found again.
    insertWrittenBatches.insert(fates.corrections());
    insertQuarantined.insert(fates.quarantined(), fates.released());
    return fates;
  }

  private Fates store(String id, List<Incoming> ready) {
    Fates fates = new Fates();
    Set<Integer> refused = stageEvents.stage(id, ready);
    refused.forEach(n -> fates.quarantined(ready.get(n), heldEvents.refused(ready.get(n).event())));
    if (refused.size() == ready.size()) {
      return fates;
    }
    projections.store(id, names(ready));
    Map<Integer, Boolean> duplicates = selectOutcomes.duplicates(id);
    for (int n = 0; n < ready.size(); n++) {
      Boolean conflict = duplicates.get(n);
      if (conflict != null) {
        fates.duplicate(ready.get(n), conflict);
      } else if (!refused.contains(n)) {
        fates.accepted(ready.get(n));
      }
    }
    selectOutcomes.lost(id).forEach(fates::lost);
    return fates;
  }

  private static Set<EventName> names(List<Incoming> events) {
    return events.stream().map(one -> one.event().name()).collect(Collectors.toSet());
  }

  private static Set<String> disputes(Settled settled) {
    return Stream.concat(settled.ready().stream(), settled.held().stream())
        .map(Incoming::event)
        .filter(event -> event.name().ofDispute())
        .map(event -> event.text(DISPUTE_ID))
        .collect(Collectors.toSet());
  }

  private List<Incoming> incoming(Batch batch) {
    return Stream.concat(
            batch.accepted().stream().map(Incoming::of),
            heldEvents.stillThere(batch.replayed()).stream().map(Incoming::of))
        .toList();
  }
}
