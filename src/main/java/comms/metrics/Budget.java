package comms.metrics;

import comms.catalog.Target;
import comms.metrics.MetricResult.Figure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How many more notifications may go wrong on a day without missing the target of that day.
 *
 * @param scheduled notifications scheduled on the day so far
 * @param spent those that went wrong so far
 * @param allowed how many of the scheduled ones may
 * @param atEndOfDay what will be scheduled and spent when the day is over, at the rate so far;
 *     empty while it is too early to say, and when the day is over
 */
public record Budget(long scheduled, long spent, long allowed, Optional<Projection> atEndOfDay) {

  /** A rate of less than an hour says nothing about a day. */
  private static final Duration EARLIEST = Duration.ofHours(1);

  /** A day as it would end; no figure of anything that has happened. */
  public record Projection(long scheduled, long spent, long allowed) {

    /** Negative when the budget will have been overspent by that many. */
    public long left() {
      return allowed - spent;
    }
  }

  /**
   * The budget of a share that should be at most the target.
   *
   * @param share the figure of the day so far
   */
  public static Budget of(Figure share, Target target, TimeRange day, Instant now) {
    long scheduled = Math.round(share.denominator());
    long spent = Math.round(share.numerator());
    return new Budget(
        scheduled,
        spent,
        allowed(scheduled, target),
        projection(scheduled, spent, target, day, now));
  }

  /** Negative when it is overspent by that many. */
  public long left() {
    return allowed - spent;
  }

  /** Whether the target of the day is missed as things stand. */
  public boolean overspent() {
    return left() < 0;
  }

  private static Optional<Projection> projection(
      long scheduled, long spent, Target target, TimeRange day, Instant now) {
    Duration passed = Duration.between(day.from(), now);
    if (passed.compareTo(EARLIEST) < 0 || !now.isBefore(day.to()) || scheduled == 0) {
      return Optional.empty();
    }
    double more = (double) day.length().toMillis() / passed.toMillis();
    long willBeScheduled = Math.round(scheduled * more);
    return Optional.of(
        new Projection(
            willBeScheduled, Math.round(spent * more), allowed(willBeScheduled, target)));
  }

  /** As a decimal: in binary, 0.005 of some thousands is a little less than it should be. */
  private static long allowed(long scheduled, Target target) {
    return BigDecimal.valueOf(target.value())
        .multiply(BigDecimal.valueOf(scheduled))
        .setScale(0, RoundingMode.FLOOR)
        .longValueExact();
  }
}
