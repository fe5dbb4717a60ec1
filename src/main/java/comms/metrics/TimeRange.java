package comms.metrics;

import java.time.Duration;
import java.time.Instant;

/** A span of time, {@code from} included, {@code to} excluded. */
public record TimeRange(Instant from, Instant to) {

  public TimeRange {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("the range is empty: from " + from + " to " + to);
    }
  }

  public boolean contains(Instant time) {
    return !time.isBefore(from) && time.isBefore(to);
  }

  public Duration length() {
    return Duration.between(from, to);
  }

  /** The range of the same length that ends where this one starts. */
  public TimeRange previous() {
    return new TimeRange(from.minus(length()), from);
  }
}
