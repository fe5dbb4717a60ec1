package comms.ingestion.web;

import comms.ingestion.DoorLimits;
import comms.ingestion.Refusal;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Bounds how many files are taken in at once. An import may go on for as long as it likes, but
 * whoever finds no place takes that of the slowest, which then breaks off and can be repeated. What
 * counts is how fast a file comes while the application waits for it, not how long it takes.
 */
@Component
class ImportPlaces {

  private static final Duration PATIENCE = Duration.ofSeconds(1);

  /** For how long an import has to keep the application waiting before it may be called slow. */
  private static final Duration SAFE = Duration.ofSeconds(5);

  private final int most;
  private final Duration safe;
  private final List<Place> places = new ArrayList<>();

  @Autowired
  ImportPlaces(DoorLimits limits) {
    this(limits.imports(), SAFE);
  }

  ImportPlaces(int most, Duration safe) {
    this.most = most;
    this.safe = safe;
  }

  /**
   * Takes a file in.
   *
   * @throws Refusal when there are too many, and none of them is slow
   */
  <T> T within(Function<Place, T> work) {
    Place place = take();
    try {
      return work.apply(place);
    } finally {
      leave(place);
    }
  }

  private synchronized Place take() {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (places.size() >= most && !displaceSlowest()) {
      await(deadline - System.nanoTime());
    }
    Place place = new Place();
    places.add(place);
    return place;
  }

  private synchronized void leave(Place place) {
    places.remove(place);
    notifyAll();
  }

  private boolean displaceSlowest() {
    long now = System.nanoTime();
    Optional<Place> slowest =
        places.stream()
            .filter(place -> place.waited(now) >= safe.toNanos())
            .min(Comparator.comparingDouble(place -> (double) place.bytes / place.waited(now)));
    slowest.ifPresent(
        place -> {
          place.lost = true;
          places.remove(place);
        });
    return slowest.isPresent();
  }

  private void await(long nanos) {
    if (nanos <= 0) {
      throw new Refusal(Refusal.Kind.BUSY, "Too many imports at once; please send it again.");
    }
    try {
      wait(Math.max(1, Duration.ofNanos(nanos).toMillis()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal(Refusal.Kind.UNAVAILABLE, "The application stops.", e);
    }
  }

  /** The place of one import, and how fast its file comes. */
  static final class Place {

    private volatile long bytes;
    private volatile long waited;
    private volatile long waitingSince;
    private volatile boolean lost;

    /**
     * The file as it comes, until the place is lost.
     *
     * @param announced its length, below 0 where it is not announced
     */
    InputStream guard(InputStream in, long announced) {
      return new Guarded(in, announced);
    }

    private long waited(long now) {
      long since = waitingSince;
      return since == 0 ? waited : waited + Math.max(0, now - since);
    }

    private final class Guarded extends FilterInputStream {

      private final long announced;

      Guarded(InputStream in, long announced) {
        super(in);
        this.announced = announced;
      }

      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] buffer, int offset, int length) throws IOException {
        long start = System.nanoTime();
        waitingSince = start;
        int read;
        try {
          read = super.read(buffer, offset, length);
        } finally {
          waitingSince = 0;
        }
        // Only this thread writes; the others only look.
        waited = waited + System.nanoTime() - start;
        bytes = bytes + Math.max(0, read);
        check(read);
        return read;
      }

      private void check(int read) {
        if (lost) {
          throw new Refusal(
              Refusal.Kind.BUSY, "The file came too slowly for its place; please send it again.");
        }
        if (read < 0 && bytes < announced) {
          throw new Refusal(
              Refusal.Kind.UNAVAILABLE, "The body did not arrive whole; please send it again.");
        }
      }
    }
  }
}
