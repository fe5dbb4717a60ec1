package comms.ingestion;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;

/** Makes backlogs for tests of other packages. */
public final class Backlogs {

  private Backlogs() {}

  public static Backlog empty() {
    return new Backlog(Clock.systemUTC(), new SimpleMeterRegistry());
  }
}
