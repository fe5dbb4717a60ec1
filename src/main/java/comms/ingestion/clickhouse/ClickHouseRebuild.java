package comms.ingestion.clickhouse;

import comms.ingestion.EventsStored;
import comms.ingestion.StoreRebuild;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Rebuilds the derived tables while the writer waits. */
@Component
class ClickHouseRebuild implements StoreRebuild {

  private final StoreLock lock;
  private final Projections projections;
  private final ApplicationEventPublisher announcements;

  ClickHouseRebuild(
      StoreLock lock, Projections projections, ApplicationEventPublisher announcements) {
    this.lock = lock;
    this.projections = projections;
    this.announcements = announcements;
  }

  @Override
  public void after(Runnable change) {
    lock.during(
        () -> {
          change.run();
          projections.rebuild();
        });
    announcements.publishEvent(new EventsStored());
  }
}
