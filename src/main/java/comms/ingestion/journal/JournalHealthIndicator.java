package comms.ingestion.journal;

import comms.ingestion.Backlog;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/**
 * Up while the journal takes events, so down while its disk is full; part of readiness. The details
 * tell what waits in it; that the store is away does not make the doors unready.
 */
@Component("journal")
class JournalHealthIndicator extends AbstractHealthIndicator {

  private final Broker broker;
  private final Backlog backlog;

  JournalHealthIndicator(Broker broker, Backlog backlog) {
    this.broker = broker;
    this.backlog = backlog;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    Backlog.State state = backlog.state();
    health
        .status(broker.hasRoom() ? "UP" : "DOWN")
        .withDetail("backlogEvents", state.events())
        .withDetail("backlogAgeSeconds", state.age().toSeconds())
        .withDetail("writeLagSeconds", state.lag().toMillis() / 1e3)
        .withDetail("storing", !state.failing());
    state.lastStored().ifPresent(at -> health.withDetail("lastStored", at.toString()));
    state
        .lastFailure()
        .ifPresent(
            failure ->
                health
                    .withDetail("lastFailure", failure.message())
                    .withDetail("lastFailureAt", failure.at().toString()));
  }
}
