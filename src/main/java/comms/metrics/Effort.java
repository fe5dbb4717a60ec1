package comms.metrics;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The memory that answers may take while they are made or sent, all of them together. Who comes
 * when it is taken waits, and not for ever.
 */
public final class Effort {

  private static final int KILOBYTE = 1024;

  private final int kilobytes;
  private final Semaphore free;
  private final Duration patience;

  /**
   * @param bytes how much there is
   * @param patience how long one waits for a part of it
   */
  public Effort(long bytes, Duration patience) {
    this.kilobytes = (int) Math.clamp(bytes / KILOBYTE, 1, Integer.MAX_VALUE);
    this.free = new Semaphore(kilobytes, true);
    this.patience = patience;
  }

  /** An eighth of the memory that the application has. */
  static Effort ofHeap() {
    return new Effort(Runtime.getRuntime().maxMemory() / 8, Duration.ofSeconds(10));
  }

  /**
   * Does the work while that much is held.
   *
   * @throws TooBusy when it cannot be had in time
   */
  <T> T with(long bytes, Supplier<T> work) {
    try (Held _ = take(bytes)) {
      return work.get();
    }
  }

  /**
   * Takes that much, or all there is.
   *
   * @throws TooBusy when it cannot be had in time
   */
  public Held take(long bytes) {
    int part = part(bytes);
    try {
      if (!free.tryAcquire(part, patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new TooBusy();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TooBusy();
    }
    return new Held(part);
  }

  private int part(long bytes) {
    return (int) Math.clamp(bytes / KILOBYTE + 1, 1, kilobytes);
  }

  /** What was taken; closing it gives it back. */
  public final class Held implements AutoCloseable {

    private int part;

    private Held(int part) {
      this.part = part;
    }

    @Override
    public void close() {
      free.release(part);
      part = 0;
    }
  }
}
