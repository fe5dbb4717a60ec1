package comms.faults;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** How much memory the application has while it runs, looked at every second. */
final class Memory implements AutoCloseable {

  private static final long SECOND = 1000;

  private final List<Long> megabytes = new ArrayList<>();
  private final Thread watcher;

  private Memory(ApplicationUnderTest application) {
    watcher = Thread.ofPlatform().daemon().name("memory").start(() -> watch(application));
  }

  static Memory of(ApplicationUnderTest application) {
    return new Memory(application);
  }

  private void watch(ApplicationUnderTest application) {
    try {
      while (true) {
        try {
          long now = application.residentMegabytes();
          synchronized (megabytes) {
            megabytes.add(now);
          }
        } catch (IOException killed) {
          // There is nothing to see until it is started again.
          Thread.sleep(SECOND);
        }
        Thread.sleep(SECOND);
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  long now() {
    synchronized (megabytes) {
      return megabytes.isEmpty() ? 0 : megabytes.getLast();
    }
  }

  long most() {
    synchronized (megabytes) {
      return megabytes.stream().mapToLong(Long::longValue).max().orElse(0);
    }
  }

  @Override
  public void close() {
    watcher.interrupt();
  }
}
