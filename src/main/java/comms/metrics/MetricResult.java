package comms.metrics;

import comms.catalog.Dimension;
import comms.catalog.Metric;
import comms.catalog.Stat;
import comms.catalog.Status;
import comms.catalog.Target;
import comms.targets.TargetHistory;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A metric's answer: one series for each key of the breakdown and each stat, every bucket of the
 * range in each of them.
 *
 * @param freshUntil when the newest event that is stored was accepted; the epoch when none is
 * @param status from the totals of the series without a key, against the targets
 * @param others how many values of a dimension have no series of their own, but {@link
 *     Others#VALUE} in the key of another; a dimension of which every value is shown is not there
 */
public record MetricResult(
    Metric metric,
    ZoneId zone,
    Interval interval,
    TimeRange range,
    Instant freshUntil,
    TargetHistory targetHistory,
    Status status,
    List<Series> series,
    Map<Dimension, Long> others) {

  /** An answer in which every value is shown. */
  public MetricResult(
      Metric metric,
      ZoneId zone,
      Interval interval,
      TimeRange range,
      Instant freshUntil,
      TargetHistory targetHistory,
      Status status,
      List<Series> series) {
    this(metric, zone, interval, range, freshUntil, targetHistory, status, series, Map.of());
  }

  MetricResult withStatus(Status status) {
    return new MetricResult(
        metric, zone, interval, range, freshUntil, targetHistory, status, series, others);
  }

  /** The targets in force at the end of the range, by which the status is judged. */
  public List<Target> targets() {
    return targetsAtEndOf(range);
  }

  /** The targets in force at the end of that part of the range, such as of a bucket. */
  public List<Target> targetsAtEndOf(TimeRange part) {
    return targetHistory.on(part.to().minusMillis(1).atZone(zone).toLocalDate());
  }

  /** The first series of that stat, whatever its key. */
  public Optional<Series> series(Stat stat) {
    return series.stream().filter(s -> s.stat() == stat).findFirst();
  }

  /** The part of the range that the point's bucket covers. */
  public TimeRange rangeOf(Point point) {
    if (interval == Interval.TOTAL) {
      return range;
    }
    Instant end = interval.next(point.start().atZone(zone)).toInstant();
    return new TimeRange(
        point.start().isBefore(range.from()) ? range.from() : point.start(),
        end.isAfter(range.to()) ? range.to() : end);
  }

  /**
   * The figures of one key and one stat.
   *
   * @param key the values of the breakdown's dimensions, empty without one
   * @param total worked out over the whole range, not from the buckets
   */
  public record Series(Map<Dimension, String> key, Stat stat, List<Point> points, Figure total) {}

  /**
   * One bucket.
   *
   * @param start the bucket's start, which may lie before the range's
   * @param partial whether the bucket is not over yet
   */
  public record Point(Instant start, Figure figure, boolean partial) {}

  /**
   * A figure with what it is made of.
   *
   * @param value in the metric's unit, null when there is no data
   * @param numerator what was counted; for percentiles the sample size
   * @param denominator what it was divided by
   * @param samples the sample size
   * @param extra figures beside it: for step2 and step3 of the funnel {@code median_step_sec}, the
   *     median seconds since the step before; for NPS {@code response_rate}, {@code promoters} and
   *     {@code detractors}; for a percentile of a histogram {@code bucket_from} and {@code
   *     bucket_to}, between which it lies for certain, and {@code share_to_BOUND}, the share of the
   *     sample up to each bound
   */
  public record Figure(
      @Nullable Double value,
      double numerator,
      double denominator,
      double samples,
      Map<String, @Nullable Double> extra) {

    public Figure(@Nullable Double value, double numerator, double denominator, double samples) {
      this(value, numerator, denominator, samples, Map.of());
    }
  }
}
