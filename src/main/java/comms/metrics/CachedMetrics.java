package comms.metrics;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import comms.ingestion.EventsStored;
import comms.targets.TargetSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Answers from memory: a question that is being answered is not asked again, and an answer is kept
 * until something is stored. While events keep coming answers are at most two seconds old. What
 * other nodes store is seen after ten seconds, in a period that is over after a minute.
 */
@Component
class CachedMetrics implements Metrics {

  private static final Duration RUNNING = Duration.ofSeconds(10);
  private static final Duration CLOSED = Duration.ofMinutes(1);

  private final MetricService service;
  private final Clock clock;
  private final Duration leastAge;
  private final AtomicBoolean changed = new AtomicBoolean();
  private final AsyncCache<Key, MetricResult> answers;

  /** Answers of an older generation are not used again. */
  private final AtomicLong generation = new AtomicLong();

  private volatile Instant since;

  /**
   * @param leastAge how old an answer may be while events keep coming
   */
  CachedMetrics(
      MetricService service,
      Clock clock,
      @Value("${comms.metrics.least-age:2s}") Duration leastAge) {
    this.service = service;
    this.clock = clock;
    this.leastAge = leastAge;
    this.since = clock.instant();
    this.answers =
        Caffeine.newBuilder()
            .maximumSize(2_000)
            .expireAfter(Expiry.<Key, MetricResult>creating((key, answer) -> lifetime(key)))
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .buildAsync();
  }

  private record Key(MetricQuery query, long generation) {}

  @Override
  public MetricResult query(MetricQuery query) {
    try {
      return answers.get(new Key(query, currentGeneration()), key -> service.answer(query)).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
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

  private long currentGeneration() {
    Instant now = clock.instant();
    if (!since.plus(leastAge).isAfter(now) && changed.compareAndSet(true, false)) {
      since = now;
      return generation.incrementAndGet();
    }
    return generation.get();
  }

  private Duration lifetime(Key key) {
    return key.query().range().to().isAfter(clock.instant()) ? RUNNING : CLOSED;
  }
}
