package comms.timeline;

import comms.ingestion.EventsStored;
import jakarta.annotation.PreDestroy;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Rings when events have arrived, at most once a second however many there are. What other nodes
 * store rings nowhere, so whoever listens is also called every ten seconds.
 */
@Component
public class Arrivals {

  private static final Logger log = LoggerFactory.getLogger(Arrivals.class);

  private static final int SILENT_SECONDS = 10;

  private final Set<Runnable> listeners = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean arrived = new AtomicBoolean();
  private final ScheduledExecutorService bell =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("arrivals").factory());
  private int silence;

  public Arrivals() {
    bell.scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.SECONDS);
  }

  /**
   * Calls the listener at every ring, on a thread that it must not hold up.
   *
   * @return ends the calls
   */
  public Runnable listen(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  @EventListener
  public void on(EventsStored stored) {
    arrived.set(true);
  }

  private void tick() {
    silence++;
    if (arrived.getAndSet(false) || silence >= SILENT_SECONDS) {
      silence = 0;
      listeners.forEach(Arrivals::ring);
    }
  }

  private static void ring(Runnable listener) {
    try {
      listener.run();
    } catch (RuntimeException e) {
      log.warn("Someone who waits for events could not be told of them", e);
    }
  }

  @PreDestroy
  void stop() {
    bell.shutdownNow();
  }
}
