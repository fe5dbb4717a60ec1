package comms.security;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The turn to compare a password: one at a time, whoever floods the login, since each takes a core
 * for a while. A bounded number waits; the next ones are told to come again.
 */
class LoginWork {

  private static final int MOST_WAITING = 20;
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration LATER = Duration.ofSeconds(2);

  private final Semaphore place = new Semaphore(MOST_WAITING);
  private final Semaphore turn = new Semaphore(1, true);

  /**
   * Does the work when its turn comes.
   *
   * @throws LoginPaused when too many wait
   */
  <T> T inTurn(Supplier<T> work) {
    if (!place.tryAcquire()) {
      throw new LoginPaused(LATER);
    }
    try {
      if (!turn.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new LoginPaused(LATER);
      }
      try {
        return work.get();
      } finally {
        turn.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LoginPaused(LATER);
    } finally {
      place.release();
    }
  }
}
