package comms.faults;

import java.time.Duration;

/**
 * How much of a fault there is, and how long afterwards everything may take.
 *
 * @param kills of the application at least; other things are killed a tenth as often
 * @param events that have to be acknowledged before the kills end
 * @param hold how long a fault lasts that is a state
 * @param absence how long the engine is away
 * @param sockets how many slow sockets are open at once
 * @param strangers how many requests of people without a login come in
 * @param limit how long draining may take
 * @param settling how long the figures may take to tell of what is stored
 */
record Scale(
    int kills,
    int events,
    Duration hold,
    Duration absence,
    int sockets,
    int strangers,
    Duration limit,
    Duration settling) {

  /** What every build can wait for. */
  static final Scale SHORT =
      new Scale(
          10,
          0,
          Duration.ofSeconds(4),
          Duration.ofSeconds(4),
          400,
          1_000,
          Duration.ofSeconds(60),
          Duration.ofSeconds(20));

  /** What {@code docs/reliability.md} tells of. */
  static final Scale LONG =
      new Scale(
          200,
          100_000,
          Duration.ofMinutes(1),
          Duration.ofMinutes(10),
          10_000,
          40_000,
          Duration.ofMinutes(20),
          Duration.ofMinutes(1));

  /** Enough to see whether the harness works, for whoever changes it. */
  static final Scale TRIAL =
      new Scale(
          5,
          0,
          Duration.ofSeconds(15),
          Duration.ofSeconds(40),
          10_000,
          40_000,
          Duration.ofMinutes(2),
          Duration.ofSeconds(20));

  int fewerKills() {
    return Math.max(1, kills / 10);
  }
}
