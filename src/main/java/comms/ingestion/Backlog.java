package comms.ingestion;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/** What this node has acknowledged and not stored yet, and how the writing of it goes. */
@Component
public class Backlog {

  private final Clock clock;
  private final AtomicLong events = new AtomicLong();
  private volatile @Nullable Instant oldest;
  private volatile Duration lag = Duration.ZERO;
  private volatile @Nullable Instant lastStored;
  private volatile @Nullable Failure failure;
  private volatile boolean failing;

  Backlog(Clock clock, MeterRegistry registry) {
    this.clock = clock;
    Gauge.builder("comms.journal.backlog.events", this, backlog -> backlog.state().events())
        .description("Events that are acknowledged and not stored yet")
        .register(registry);
    TimeGauge.builder(
            "comms.journal.backlog.age",
            this,
            TimeUnit.MILLISECONDS,
            backlog -> backlog.state().age().toMillis())
        .description("How long the oldest of these events has waited")
        .register(registry);
    TimeGauge.builder(
            "comms.write.lag",
            this,
            TimeUnit.MILLISECONDS,
            backlog -> backlog.state().lag().toMillis())
        .description("How long the oldest event of the last batch had waited when it was stored")
        .register(registry);
  }

  /**
   * The state now.
   *
   * @param events how many are acknowledged and not stored yet
   * @param age how long the oldest of them has waited
   * @param lag how long the oldest event of the last batch had waited when it was stored
   * @param lastStored when a batch was stored last
   * @param failing whether the last attempt to write failed
   * @param lastFailure the last that went wrong since the start, mended or not
   */
  public record State(
      long events,
      Duration age,
      Duration lag,
      Optional<Instant> lastStored,
      boolean failing,
      Optional<Failure> lastFailure) {}

  /** Something that went wrong on the way from the journal to the store. */
  public record Failure(Instant at, String message) {}

  public State state() {
    Instant waiting = oldest;
    Duration age = waiting == null ? Duration.ZERO : Duration.between(waiting, clock.instant());
    return new State(
        Math.max(0, events.get()),
        age.isNegative() ? Duration.ZERO : age,
        lag,
        Optional.ofNullable(lastStored),
        failing,
        Optional.ofNullable(failure));
  }

  /** Events came into the journal, or were found there at the start. */
  public void grewBy(long count) {
    events.addAndGet(count);
  }

  /** A batch is being written. */
  public void writing(Batch batch) {
    oldest = batch.oldest();
  }

  /** The batch is stored. */
  public void stored(Batch batch) {
    Instant now = clock.instant();
    events.addAndGet(-batch.size());
    lag = Duration.between(batch.oldest(), now);
    lastStored = now;
    oldest = null;
    failing = false;
  }

  /** The store, or the journal, does not do what it should; it is tried again. */
  public void failed(Throwable cause) {
    String message = NestedExceptionUtils.getMostSpecificCause(cause).toString();
    failure = new Failure(clock.instant(), message.lines().findFirst().orElse(message));
    failing = true;
  }
}
