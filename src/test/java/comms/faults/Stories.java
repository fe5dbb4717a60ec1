package comms.faults;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/**
 * An endless supply of events out of many stories at a time, in no order; the same for the same
 * seed, but for the front of the ids, which is new in every run. Safe for many senders.
 */
final class Stories {

  /** Events to draw from; the stories of some are mixed so. */
  private static final int AT_A_TIME = 200;

  private static final Duration PAST = Duration.ofDays(20);
  private static final String POISON = "-poison-";

  private final String run = "f" + UUID.randomUUID().toString().substring(0, 8);
  private final Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(PAST);
  private final Random random;
  private final int poisonEvery;
  private final List<Story.Draft> pending = new ArrayList<>();
  private int begun;
  private int told;
  private boolean ending;

  Stories(long seed, int poisonEvery) {
    this.random = new Random(seed);
    this.poisonEvery = poisonEvery;
  }

  /** What the ids of the poison have in common, and no other text. */
  static String poisonMark() {
    return POISON;
  }

  /** Begins no more stories, so that the supply comes to an end with all of them told. */
  synchronized void end() {
    ending = true;
  }

  synchronized boolean isEnding() {
    return ending;
  }

  /**
   * The next event, empty when all stories are told.
   *
   * @param clock by how much its sender's clock is wrong
   */
  synchronized Optional<SentEvent> next(Duration clock) {
    while (!ending && pending.size() < AT_A_TIME) {
      pending.addAll(
          Story.of(run + "-" + begun++, start.plusSeconds(random.nextInt(864_000)), random));
    }
    if (pending.isEmpty()) {
      return Optional.empty();
    }
    told++;
    if (poisonEvery > 0 && told % poisonEvery == 0) {
      return Optional.of(poison(clock));
    }
    int place = random.nextInt(pending.size());
    Story.Draft draft = pending.get(place);
    pending.set(place, pending.getLast());
    pending.removeLast();
    return Optional.of(draft.by(clock));
  }

  private SentEvent poison(Duration clock) {
    String id = run + POISON + told;
    return new SentEvent(
        "chat_message_delivered",
        id,
        start.plus(clock),
        Map.of(
            "message_id",
            id,
            "thread_id",
            run + "-poisoned",
            "delivery_latency_ms",
            1,
            "delivery_channel",
            "ws"),
        true);
  }
}
