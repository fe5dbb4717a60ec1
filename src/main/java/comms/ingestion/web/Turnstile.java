package comms.ingestion.web;

import comms.ingestion.DoorLimits;
import comms.ingestion.Refusal;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Bounds what is worked on at once, and with it the memory that it takes. Who does not get in
 * within a moment is asked to come again.
 */
@Component
class Turnstile {

  private static final long MEBIBYTE = 1024 * 1024;
  private static final int UNANNOUNCED = 2;
  private static final long PATIENCE_MS = 1_000;

  private final int places;
  private final Semaphore requests;
  private final Semaphore imports;

  Turnstile(DoorLimits limits) {
    places = limits.inFlight();
    requests = new Semaphore(places, true);
    imports = new Semaphore(limits.imports());
  }

  /**
   * Works on a request.
   *
   * @param length the length of its body, below 0 where it is not announced
   * @throws Refusal when too many are worked on already
   */
  <T> T request(long length, Supplier<T> work) {
    long weight = length < 0 ? UNANNOUNCED : 1 + length / MEBIBYTE;
    return within(requests, (int) Math.min(places, weight), work);
  }

  /** Works on a file that is taken in. */
  <T> T file(Supplier<T> work) {
    return within(imports, 1, work);
  }

  private static <T> T within(Semaphore semaphore, int permits, Supplier<T> work) {
    try {
      if (!semaphore.tryAcquire(permits, PATIENCE_MS, TimeUnit.MILLISECONDS)) {
        throw new Refusal(Refusal.Kind.BUSY, "Too many requests at once; please send it again.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal(Refusal.Kind.UNAVAILABLE, "The application stops.", e);
    }
    try {
      return work.get();
    } finally {
      semaphore.release(permits);
    }
  }
}
