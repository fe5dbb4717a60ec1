package comms.ingestion.journal;

import comms.ingestion.Backlog;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Starts the broker again after it has ended itself, which it does when its disk fails. */
@Component
class BrokerWatch implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(BrokerWatch.class);
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final Broker broker;
  private final Backlog backlog;
  private final JournalSettings settings;
  private @Nullable Thread thread;

  BrokerWatch(Broker broker, Backlog backlog, JournalSettings settings) {
    this.broker = broker;
    this.backlog = backlog;
    this.settings = settings;
  }

  @Override
  public void start() {
    thread = Thread.ofPlatform().daemon().name("broker-watch").start(this::watch);
  }

  @Override
  public void stop() {
    Thread watch = thread;
    if (watch != null) {
      watch.interrupt();
      thread = null;
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  private void watch() {
    Pauses pauses = new Pauses(settings.longestPause());
    try {
      while (!Thread.currentThread().isInterrupted()) {
        Thread.sleep(LOOK);
        if (!broker.isActive()) {
          restart(pauses);
        }
      }
    } catch (InterruptedException e) {
      // The application stops.
      Thread.currentThread().interrupt();
    }
  }

  private void restart(Pauses pauses) throws InterruptedException {
    log.error("The journal has closed itself, most likely because of its disk; it is opened again");
    try {
      broker.restart();
      pauses.restart();
      log.info("The journal is open again");
    } catch (RuntimeException e) {
      backlog.failed(e);
      log.error("The journal cannot be opened again yet: {}", e.getMessage());
      pauses.take();
    }
  }
}
