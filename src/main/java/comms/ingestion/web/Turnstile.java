package comms.ingestion.web;

import comms.ingestion.DoorLimits;
import comms.ingestion.Refusal;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Bounds what is worked on at once, and with it the memory that it takes. Whoever goes through is
 * there with everything, so that nobody holds a place while waiting for a sender; strangers and
 * providers have places of their own. Who does not get in within a moment is asked to come again.
 */
@Component
class Turnstile {

  private static final long MEBIBYTE = 1024 * 1024;
  private static final long PATIENCE_MS = 1_000;

  /** Enough to tell strangers what is wrong with their requests, in little memory. */
  private static final int STRANGERS = 4;

  private static final int WEBHOOKS = 16;

  private final int places;
  private final Semaphore requests;
  private final Semaphore strangers = new Semaphore(STRANGERS, true);
  private final Semaphore webhooks = new Semaphore(WEBHOOKS, true);

  Turnstile(DoorLimits limits) {
    places = limits.inFlight();
    requests = new Semaphore(places, true);
  }

  /**
   * Works on a request that names a known key.
   *
   * @param length of its unpacked body
   * @throws Refusal when too many are worked on already
   */
  <T> T request(long length, Supplier<T> work) {
    return within(requests, (int) Math.min(places, 1 + length / MEBIBYTE), work);
  }

  /**
   * Works on a request that names no known key.
   *
   * @throws Refusal when too many of this kind are worked on already
   */
  <T> T stranger(Supplier<T> work) {
    return within(strangers, 1, work);
  }

  /**
   * Works on what a provider posts; only the work itself finds out whether it is the provider.
   *
   * @throws Refusal when too many of this kind are worked on already
   */
  <T> T webhook(Supplier<T> work) {
    return within(webhooks, 1, work);
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
