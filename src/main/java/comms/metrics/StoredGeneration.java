package comms.metrics;

import comms.ingestion.EventsStored;
import comms.targets.TargetSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A number that is another one after something was stored, so that answers of an older generation
 * are not used again. While events keep coming it changes every two seconds at most.
 */
@Component
class StoredGeneration {

  private final Clock clock;
  private final Duration leastAge;
  private final AtomicBoolean changed = new AtomicBoolean();
  private final AtomicLong generation = new AtomicLong();
  private volatile Instant since;

  /**
   * @param leastAge how old an answer may be while events keep coming
   */
  StoredGeneration(Clock clock, @Value("${comms.metrics.least-age:2s}") Duration leastAge) {
    this.clock = clock;
    this.leastAge = leastAge;
    this.since = clock.instant();
  }

  @EventListener
  void on(EventsStored stored) {
    changed.set(true);
  }

  /** Who has set a target sees at once what it changes. */
  @EventListener
  void on(TargetSet set) {
    generation.incrementAndGet();
  }

  long current() {
    Instant now = clock.instant();
    if (!since.plus(leastAge).isAfter(now) && changed.compareAndSet(true, false)) {
      since = now;
      return generation.incrementAndGet();
    }
    return generation.get();
  }
}
