package comms.dashboard;

import comms.api.AskedTime;
import comms.catalog.Dimension;
import comms.catalog.Metric;
import comms.metrics.Interval;
import comms.metrics.MetricQuery;
import comms.metrics.TimeRange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAmount;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link Filter} means at one moment.
 *
 * @param span the days of the period
 * @param interval the length of a bucket
 * @param now the moment
 */
record Window(Filter filter, Days span, Interval interval, Instant now, ZoneId zone) {

  static Window of(Filter filter, DashboardTime time) {
    Days span = filter.days(time.today());
    return new Window(filter, span, filter.intervalFor(span), time.now(), time.zone());
  }

  /** The question to a metric: the whole of it, with those filters that it has. */
  MetricQuery question(Metric metric) {
    return MetricQuery.of(metric, range(), interval)
        .withFilters(filter.valuesOf(metric.breakdowns()));
  }

  /** The dimensions in whose filter the metric has no part. */
  Set<Dimension> notAppliedTo(Metric metric) {
    Set<Dimension> others = new TreeSet<>(filter.values().keySet());
    others.removeAll(metric.breakdowns());
    return others;
  }

  /** Whether the metric counts only some of its values. */
  boolean filters(Metric metric) {
    return !filter.valuesOf(metric.breakdowns()).isEmpty();
  }

  /** The period; of full periods only, from the first bucket that is whole to the last. */
  TimeRange range() {
    TimeRange whole = span.in(zone);
    if (!filter.fullPeriods()) {
      return whole;
    }
    ZonedDateTime first = interval.startOf(whole.from().atZone(zone));
    if (first.toInstant().isBefore(whole.from())) {
      first = interval.next(first);
    }
    Instant over = whole.to().isAfter(now) ? now : whole.to();
    ZonedDateTime end = interval.startOf(over.atZone(zone));
    return first.isBefore(end) ? new TimeRange(first.toInstant(), end.toInstant()) : whole;
  }

  /**
   * What it is compared with, null for nothing; of a period that is still running only the part
   * that corresponds to what has passed of it. Nothing lies before what can be asked for.
   */
  @Nullable TimeRange compared() {
    TimeRange range = range();
    if (filter.comparison() == Comparison.NONE) {
      return null;
    }
    TimeRange earlier = range.equals(span.in(zone)) ? likeForLike(spanBefore()) : before(range);
    return AskedTime.isInReach(earlier.from()) ? earlier : null;
  }

  private Days spanBefore() {
    return filter.comparison() == Comparison.YEAR
        ? span.yearBefore()
        : filter.period().before(span);
  }

  /** As many full buckets, so much earlier that they begin where buckets do. */
  private TimeRange before(TimeRange full) {
    ZonedDateTime from = full.from().atZone(zone);
    ZonedDateTime to = full.to().atZone(zone);
    TemporalAmount shift = shift(from.toLocalDate(), to.toLocalDate());
    return new TimeRange(from.minus(shift).toInstant(), to.minus(shift).toInstant());
  }

  private TemporalAmount shift(LocalDate from, LocalDate to) {
    boolean year = filter.comparison() == Comparison.YEAR;
    return switch (interval) {
      case HOUR, TOTAL -> year ? java.time.Period.ofYears(1) : days(span.count());
      case DAY -> year ? java.time.Period.ofYears(1) : days(ChronoUnit.DAYS.between(from, to));
      case WEEK -> year ? java.time.Period.ofWeeks(52) : days(ChronoUnit.DAYS.between(from, to));
      case MONTH ->
          java.time.Period.ofMonths(
              year ? 12 : Math.toIntExact(ChronoUnit.MONTHS.between(from, to)));
    };
  }

  private static java.time.Period days(long days) {
    return java.time.Period.ofDays(Math.toIntExact(days));
  }

  private TimeRange likeForLike(Days before) {
    TimeRange whole = before.in(zone);
    LocalDate today = LocalDate.ofInstant(now, zone);
    if (today.isBefore(span.first()) || today.isAfter(span.last())) {
      return whole;
    }
    // Whole hours, so that the question stays the same, and cached, for an hour.
    Instant midnight = today.atStartOfDay(zone).toInstant();
    long hours = ChronoUnit.HOURS.between(midnight, now) + 1;
    LocalDate sameDay = before.first().plusDays(ChronoUnit.DAYS.between(span.first(), today));
    Instant end = sameDay.atStartOfDay(zone).toInstant().plus(hours, ChronoUnit.HOURS);
    return end.isBefore(whole.to()) ? new TimeRange(whole.from(), end) : whole;
  }

  Comparison comparison() {
    return filter.comparison();
  }

  /** How many days the period has. */
  long days() {
    return span.count();
  }

  /** For metrics that are read by week: weeks where the reader chose nothing and there are some. */
  Window weekly() {
    boolean finer = interval == Interval.HOUR || interval == Interval.DAY;
    return filter.interval() == null && finer && days() >= 14
        ? new Window(filter, span, Interval.WEEK, now, zone)
        : this;
  }

  /** Cohorts: by week, over long periods by month. */
  Interval cohort() {
    return days() > 92 ? Interval.MONTH : Interval.WEEK;
  }
}
