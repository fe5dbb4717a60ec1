package comms.ingestion.clickhouse;

import comms.ingestion.Journal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/**
 * A journal that stores in ClickHouse before it returns. Requests that wait at the same time are
 * written together, since a write costs its round trips and hardly its events.
 */
@Component
class ClickHouseJournal implements Journal, SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(ClickHouseJournal.class);
  private static final int WAITING_REQUESTS = 1_000;
  private static final int EVENTS_IN_A_WRITE = 5_000;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final WriteBatch writeBatch;
  private final FinishBatches finishBatches;
  private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(WAITING_REQUESTS);
  private volatile boolean running;
  private @Nullable Thread writer;

  ClickHouseJournal(WriteBatch writeBatch, FinishBatches finishBatches) {
    this.writeBatch = writeBatch;
    this.finishBatches = finishBatches;
  }

  private record Waiting(Intake intake, CompletableFuture<Void> stored) {
    int size() {
      return intake.accepted().size() + intake.quarantined().size();
    }
  }

  @Override
  public void append(Intake intake) {
    Waiting waiting = new Waiting(intake, new CompletableFuture<>());
    if (!running || !queue.offer(waiting)) {
      throw new JournalUnavailable("too many requests wait for the store", null);
    }
    try {
      waiting.stored().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new JournalUnavailable("the store does not take events", e.getCause());
    } catch (TimeoutException e) {
      throw new JournalUnavailable("the store does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new JournalUnavailable("interrupted while waiting for the store", e);
    }
  }

  /** Ready before the doors open, and stopped only after they have closed. */
  @Override
  public int getPhase() {
    return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1;
  }

  @Override
  public void start() {
    running = true;
    writer = Thread.ofPlatform().name("event-writer").start(this::write);
  }

  /** Takes no more requests and waits until those that were taken are stored. */
  @Override
  public void stop() {
    running = false;
    Thread thread = writer;
    if (thread == null) {
      return;
    }
    try {
      if (!thread.join(PATIENCE)) {
        log.warn("The last events are still being stored; their senders were not answered");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void write() {
    while (running || !queue.isEmpty()) {
      try {
        Waiting first = queue.poll(100, TimeUnit.MILLISECONDS);
        if (first != null) {
          write(together(first));
        }
        if (running) {
          finishBatches.finishOne();
        }
      } catch (InterruptedException e) {
        log.warn("The event writer was interrupted and ends", e);
        return;
      }
    }
  }

  private List<Waiting> together(Waiting first) {
    List<Waiting> together = new ArrayList<>(List.of(first));
    int events = first.size();
    while (events < EVENTS_IN_A_WRITE) {
      Waiting next = queue.poll();
      if (next == null) {
        break;
      }
      together.add(next);
      events += next.size();
    }
    return together;
  }

  private void write(List<Waiting> together) {
    try {
      writeBatch.write(together.stream().map(Waiting::intake).toList());
      together.forEach(waiting -> waiting.stored().complete(null));
    } catch (RuntimeException e) {
      log.warn(
          "{} requests could not be stored: {}",
          together.size(),
          NestedExceptionUtils.getMostSpecificCause(e).toString());
      together.forEach(waiting -> waiting.stored().completeExceptionally(e));
      finishBatches.lookAgain();
    }
  }
}
