package comms.ingestion.journal;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Growing pauses between attempts, from a quarter of a second to a longest one. Each is drawn from
 * the upper half of its length, so that several nodes do not come back at once.
 */
final class Pauses {

  private static final Duration SHORTEST = Duration.ofMillis(250);

  private final Duration longest;
  private Duration next = SHORTEST;

  Pauses(Duration longest) {
    this.longest = longest;
  }

  void restart() {
    next = SHORTEST;
  }

  void take() throws InterruptedException {
    long half = next.toMillis() / 2;
    Thread.sleep(Duration.ofMillis(half + RandomGenerator.getDefault().nextLong(half + 1)));
    Duration doubled = next.multipliedBy(2);
    next = doubled.compareTo(longest) < 0 ? doubled : longest;
  }
}
