package comms.ingestion.clickhouse;

import comms.catalog.EventName;
import comms.ingestion.Event;
import comms.ingestion.EventsStored;
import comms.ingestion.Journal.Intake;
import comms.ingestion.QuarantinedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * One write: settles the scope of dispute events, stages, stores what is new, and works out again
 * every entity, series and rollup that the events touch. Written twice, or cut off and written
 * again, it leaves the same.
 */
@Component
class WriteBatch {

  private final SettleScope settleScope;
  private final StageEvents stageEvents;
  private final StagedBatches stagedBatches;
  private final Projections projections;
  private final InsertQuarantined insertQuarantined;
  private final CountOutcomes countOutcomes;
  private final StoreLock lock;
  private final ApplicationEventPublisher announcements;

  WriteBatch(
      SettleScope settleScope,
      StageEvents stageEvents,
      StagedBatches stagedBatches,
      Projections projections,
      InsertQuarantined insertQuarantined,
      CountOutcomes countOutcomes,
      StoreLock lock,
      ApplicationEventPublisher announcements) {
    this.settleScope = settleScope;
    this.stageEvents = stageEvents;
    this.stagedBatches = stagedBatches;
    this.projections = projections;
    this.insertQuarantined = insertQuarantined;
    this.countOutcomes = countOutcomes;
    this.lock = lock;
    this.announcements = announcements;
  }

  /**
   * Stores the requests' events; when it returns, every figure tells of them.
   *
   * @throws org.springframework.dao.DataAccessException when ClickHouse does not take them; they
   *     may be written again
   */
  void write(List<Intake> intakes) {
    lock.during(() -> writeAlone(intakes));
    announcements.publishEvent(new EventsStored());
  }

  private void writeAlone(List<Intake> intakes) {
    String batch = UUID.randomUUID().toString();
    SettleScope.Settled settled =
        settleScope.settle(intakes.stream().flatMap(intake -> intake.accepted().stream()).toList());
    List<QuarantinedEvent> quarantined =
        new ArrayList<>(intakes.stream().flatMap(intake -> intake.quarantined().stream()).toList());
    quarantined.addAll(settled.quarantined());

    List<Event> events = settled.events();
    Set<String> known = Set.of();
    if (!events.isEmpty()) {
      stageEvents.stage(batch, events);
      known = stageEvents.keysStoredBefore(batch);
      projections.store(batch, namesOf(events));
    }
    insertQuarantined.insert(quarantined, settled.released());
    countOutcomes.count(events, known, quarantined, settled.released(), intakes);
    if (!events.isEmpty()) {
      stagedBatches.finish(batch);
    }
  }

  /**
   * Works through a batch that was cut off. Its sender was not told that it is kept and may send it
   * again, before or after: the figures are the same.
   *
   * @throws org.springframework.dao.DataAccessException when ClickHouse does not take it now
   */
  void finish(StagedBatches.Staged batch) {
    lock.during(
        () -> {
          projections.store(batch.id(), batch.names());
          List<HeldEvents.Held> released = stagedBatches.heldOf(batch.id());
          insertQuarantined.insert(List.of(), released);
          countOutcomes.count(
              released.stream().map(HeldEvents.Held::event).toList(),
              Set.of(),
              List.of(),
              released,
              List.of());
          stagedBatches.finish(batch.id());
        });
    announcements.publishEvent(new EventsStored());
  }

  private static Set<EventName> namesOf(List<Event> events) {
    return Set.copyOf(events.stream().map(Event::name).distinct().toList());
  }
}
