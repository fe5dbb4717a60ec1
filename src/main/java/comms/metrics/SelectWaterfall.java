package comms.metrics;

import java.time.Instant;

/** Selects a delivery waterfall from the store; the question has been checked. */
public interface SelectWaterfall {

  Waterfall select(Waterfall.Question question, Instant freshUntil);
}
