package comms.ingestion.journal;

import comms.ingestion.Backlog;
import comms.ingestion.Batch;
import comms.ingestion.EventStore;
import jakarta.jms.JMSException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/**
 * Brings what is in the journal to the store, batch after batch. A batch that the store does not
 * take is written again, with growing pauses and without end; the journal is reopened, or the
 * broker restarted, when it fails. Stopping does not wait for the store: what is not finished is
 * still in the journal.
 */
@Component
class EventWriter implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(EventWriter.class);
  private static final Duration WAIT = Duration.ofMillis(500);
  private static final Duration TIME_TO_STOP = Duration.ofSeconds(5);

  private final Broker broker;
  private final IntakeFormat format;
  private final EventStore store;
  private final Backlog backlog;
  private final JournalSettings settings;
  private final Clock clock;

  private volatile boolean running;
  private @Nullable Thread thread;

  EventWriter(
      Broker broker,
      IntakeFormat format,
      EventStore store,
      Backlog backlog,
      JournalSettings settings,
      Clock clock) {
    this.broker = broker;
    this.format = format;
    this.store = store;
    this.backlog = backlog;
    this.settings = settings;
    this.clock = clock;
  }

  /** Started before the doors open, and stopped after they have closed. */
  @Override
  public int getPhase() {
    return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1;
  }

  @Override
  public void start() {
    try {
      long left = JournalReader.eventsLeft(broker);
      backlog.grewBy(left);
      if (left > 0) {
        log.info("{} events of an earlier run are in the journal and are stored now", left);
      }
    } catch (JMSException e) {
      throw new JournalNotStarted("The journal cannot be read: " + e, e);
    }
    running = true;
    thread = Thread.ofPlatform().daemon().name("event-writer").start(this::run);
  }

  @Override
  public void stop() {
    running = false;
    Thread writer = thread;
    if (writer == null) {
      return;
    }
    try {
      if (!writer.join(TIME_TO_STOP)) {
        log.info("A batch is not finished; it is in the journal and is written at the next start");
        writer.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void run() {
    Pauses pauses = new Pauses(settings.longestPause());
    try {
      while (running) {
        transferAll(pauses);
        if (running) {
          pauses.take();
        }
      }
    } catch (InterruptedException e) {
      log.debug("The event writer is told to end", e);
    }
  }

  /**
   * Transfers until it is stopped or the journal fails; each batch makes the pauses short again.
   */
  private void transferAll(Pauses pauses) throws InterruptedException {
    try (JournalReader journal =
        new JournalReader(broker, format, settings, clock, () -> backlog.state().events())) {
      while (running) {
        Optional<Batch> batch = journal.next(WAIT);
        if (batch.isPresent() && store(batch.get())) {
          journal.done();
          backlog.stored(batch.get());
          pauses.restart();
        }
      }
    } catch (JMSException | RuntimeException e) {
      if (running) {
        report("The journal cannot be read", e);
      }
    }
  }

  /** Writes until it is stored, or until there is no time left. */
  private boolean store(Batch batch) throws InterruptedException {
    backlog.writing(batch);
    Pauses pauses = new Pauses(settings.longestPause());
    while (running) {
      try {
        store.write(batch);
        return true;
      } catch (RuntimeException e) {
        report("A batch of " + batch.size() + " events cannot be stored yet", e);
        pauses.take();
      }
    }
    return false;
  }

  private void report(String what, Exception e) {
    backlog.failed(e);
    log.warn("{}: {}", what, NestedExceptionUtils.getMostSpecificCause(e).toString());
  }
}
