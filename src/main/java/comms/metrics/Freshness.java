package comms.metrics;

import java.time.Instant;

/** Tells how new the newest of what is stored is. */
public interface Freshness {

  /** When the newest stored event was accepted; the epoch when none is stored. */
  Instant newestAcceptance();
}
