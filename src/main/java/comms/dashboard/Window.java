package comms.dashboard;

import comms.metrics.Interval;
import comms.metrics.TimeRange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link Filter} means at one moment.
 *
 * @param range the period
 * @param compared what it is compared with, null for nothing; of a period that is still running
 *     only the part that corresponds to what has passed of it
 * @param interval the length of a bucket
 * @param automatic whether the reader left the interval to us
 */
record Window(
    TimeRange range,
    @Nullable TimeRange compared,
    Interval interval,
    boolean automatic,
    Comparison comparison,
    long days) {

  static Window of(Filter filter, DashboardTime time) {
    Days days = filter.days(time.today());
    TimeRange range = days.in(time.zone());
    return new Window(
        range,
        compared(filter, days, time),
        filter.intervalFor(days),
        filter.interval() == null,
        filter.comparison(),
        days.count());
  }

  private static @Nullable TimeRange compared(Filter filter, Days days, DashboardTime time) {
    return switch (filter.comparison()) {
      case NONE -> null;
      case PREVIOUS -> likeForLike(days, filter.period().before(days), time);
      case YEAR -> likeForLike(days, days.yearBefore(), time);
    };
  }

  private static TimeRange likeForLike(Days days, Days before, DashboardTime time) {
    TimeRange whole = before.in(time.zone());
    LocalDate today = time.today();
    if (today.isBefore(days.first()) || today.isAfter(days.last())) {
      return whole;
    }
    // Whole hours, so that the question stays the same, and cached, for an hour.
    Instant midnight = today.atStartOfDay(time.zone()).toInstant();
    long hours = ChronoUnit.HOURS.between(midnight, time.now()) + 1;
    LocalDate sameDay = before.first().plusDays(ChronoUnit.DAYS.between(days.first(), today));
    Instant end = sameDay.atStartOfDay(time.zone()).toInstant().plus(hours, ChronoUnit.HOURS);
    return end.isBefore(whole.to()) ? new TimeRange(whole.from(), end) : whole;
  }

  /** For metrics that are read by week: weeks where the reader chose nothing and there are some. */
  Window weekly() {
    boolean finer = interval == Interval.HOUR || interval == Interval.DAY;
    return automatic && finer && days >= 14
        ? new Window(range, compared, Interval.WEEK, true, comparison, days)
        : this;
  }

  /** Cohorts: by week, over long periods by month. */
  Interval cohort() {
    return days > 92 ? Interval.MONTH : Interval.WEEK;
  }
}
