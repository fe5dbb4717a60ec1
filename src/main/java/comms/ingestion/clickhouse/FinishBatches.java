package comms.ingestion.clickhouse;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/**
 * Works through again what a crash or a failed write has cut off, so that every figure catches up
 * even if the sender never comes back. It is asked again and again by the one thread that writes,
 * and finishes one batch each time, so that requests do not wait long behind it.
 */
@Component
class FinishBatches {

  private static final Logger log = LoggerFactory.getLogger(FinishBatches.class);
  private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

  private final StagedBatches batches;
  private final WriteBatch writeBatch;
  private final Clock clock;

  private final Deque<StagedBatches.Staged> cutOff = new ArrayDeque<>();
  private Duration pause = SHORTEST_PAUSE;

  /** When to try next; what an earlier run left waits since the start. */
  private Instant next = Instant.MIN;

  FinishBatches(StagedBatches batches, WriteBatch writeBatch, Clock clock) {
    this.batches = batches;
    this.writeBatch = writeBatch;
    this.clock = clock;
  }

  /** Says that a write failed and may have left something unfinished. */
  void lookAgain() {
    Instant soon = clock.instant().plus(SHORTEST_PAUSE);
    next = soon.isBefore(next) ? soon : next;
  }

  /** Finishes the next batch, if one was cut off; what fails is tried again after a pause. */
  void finishOne() {
    if (clock.instant().isBefore(next)) {
      return;
    }
    try {
      if (cutOff.isEmpty()) {
        look();
      }
      StagedBatches.Staged batch = cutOff.poll();
      if (batch == null) {
        next = Instant.MAX;
      } else {
        writeBatch.finish(batch);
        pause = SHORTEST_PAUSE;
      }
    } catch (RuntimeException e) {
      log.warn(
          "A write that was cut off cannot be finished yet: {}",
          NestedExceptionUtils.getMostSpecificCause(e).toString());
      next = clock.instant().plus(pause);
      Duration longer = pause.multipliedBy(2);
      pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
    }
  }

  private void look() {
    cutOff.addAll(batches.unfinished());
    if (!cutOff.isEmpty()) {
      log.info("{} writes were cut off and are finished now", cutOff.size());
    }
  }
}
