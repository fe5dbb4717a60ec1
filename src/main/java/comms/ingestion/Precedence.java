package comms.ingestion;

import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * Gives the events of one request their rank among copies: earlier requests before later ones,
 * within a request the order sent. Random bits keep requests of the same millisecond apart.
 */
final class Precedence {

  private static final long LATEST = 1L << 42;
  private static final int BITS = 20;
  private static final int HALF = 1 << (BITS - 1);

  private final long time;
  private long rank;

  Precedence(Instant receivedAt, RandomGenerator random) {
    this.time = (LATEST - receivedAt.toEpochMilli()) << BITS;
    this.rank = HALF + random.nextInt(HALF);
  }

  /** The rank of the next event of the request, smaller than that of the one before. */
  long next() {
    rank = Math.max(0, rank - 1);
    return time | rank;
  }
}
