package comms.metrics;

import comms.catalog.Dimension;
import comms.catalog.Metric;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A question to one metric.
 *
 * @param range what period; bucket borders lie in the dashboard's zone
 * @param interval how long a bucket is
 * @param by the breakdown, empty for the whole
 * @param filters for each dimension the values that count, all of {@link Metric#breakdowns()}
 * @param windowDays chat-to-contract only: the longest time from chat to contract that counts
 * @param everyReply first-response-time only: whether replies outside contracts count too
 * @param cohorts dispute-nps only: whether an answer counts when its dispute was resolved, instead
 *     of when it was given
 * @param top how many values of the breakdown get a series of their own; null for all
 * @param shown which those are, by dimension, once they are known; a dimension that is not there
 *     has a series for each of its values
 */
public record MetricQuery(
    Metric metric,
    TimeRange range,
    Interval interval,
    List<Dimension> by,
    Map<Dimension, Set<String>> filters,
    OptionalInt windowDays,
    boolean everyReply,
    boolean cohorts,
    @Nullable Top top,
    Map<Dimension, Set<String>> shown) {

  public MetricQuery {
    by = List.copyOf(by);
    filters = Collections.unmodifiableMap(new TreeMap<>(filters));
    shown = Collections.unmodifiableMap(new TreeMap<>(shown));
  }

  /** A question in which every value of the breakdown has its own series. */
  public MetricQuery(
      Metric metric,
      TimeRange range,
      Interval interval,
      List<Dimension> by,
      Map<Dimension, Set<String>> filters,
      OptionalInt windowDays,
      boolean everyReply,
      boolean cohorts) {
    this(metric, range, interval, by, filters, windowDays, everyReply, cohorts, null, Map.of());
  }

  /** A question that is not about cohorts. */
  public MetricQuery(
      Metric metric,
      TimeRange range,
      Interval interval,
      List<Dimension> by,
      Map<Dimension, Set<String>> filters,
      OptionalInt windowDays,
      boolean everyReply) {
    this(metric, range, interval, by, filters, windowDays, everyReply, false);
  }

  /** The whole metric over the range, without breakdown and filters. */
  public static MetricQuery of(Metric metric, TimeRange range, Interval interval) {
    return new MetricQuery(
        metric, range, interval, List.of(), Map.of(), OptionalInt.empty(), false);
  }

  public MetricQuery withRange(TimeRange range) {
    return new MetricQuery(
        metric, range, interval, by, filters, windowDays, everyReply, cohorts, top, shown);
  }

  public MetricQuery withInterval(Interval interval) {
    return new MetricQuery(
        metric, range, interval, by, filters, windowDays, everyReply, cohorts, top, shown);
  }

  public MetricQuery withBy(Dimension... by) {
    return withBy(List.of(by));
  }

  MetricQuery withBy(List<Dimension> by) {
    return new MetricQuery(
        metric, range, interval, by, filters, windowDays, everyReply, cohorts, top, shown);
  }

  public MetricQuery withFilters(Map<Dimension, Set<String>> filters) {
    return new MetricQuery(
        metric, range, interval, by, filters, windowDays, everyReply, cohorts, top, shown);
  }

  public MetricQuery withCohorts(boolean cohorts) {
    return new MetricQuery(
        metric, range, interval, by, filters, windowDays, everyReply, cohorts, top, shown);
  }

  public MetricQuery withTop(@Nullable Top top) {
    return new MetricQuery(
        metric, range, interval, by, filters, windowDays, everyReply, cohorts, top, shown);
  }

  MetricQuery withShown(Map<Dimension, Set<String>> shown) {
    return new MetricQuery(
        metric, range, interval, by, filters, windowDays, everyReply, cohorts, top, shown);
  }

  /** Refuses what the metric does not have. */
  void check() {
    for (Dimension dimension : by) {
      require(metric.breakdowns().contains(dimension), "broken down", dimension);
    }
    for (Dimension dimension : filters.keySet()) {
      require(metric.breakdowns().contains(dimension), "filtered", dimension);
    }
    if (windowDays.isPresent() && metric != Metric.CHAT_TO_CONTRACT) {
      throw new InvalidMetricQuery(metric.id() + " has no window");
    }
    if (everyReply && metric != Metric.FIRST_RESPONSE_TIME) {
      throw new InvalidMetricQuery(metric.id() + " has no scope");
    }
    if (cohorts && metric != Metric.DISPUTE_NPS) {
      throw new InvalidMetricQuery(metric.id() + " has no cohorts");
    }
    checkBounds();
  }

  private void checkBounds() {
    if (top != null && (top.most() < 1 || top.most() > Bounds.TOP)) {
      throw new InvalidMetricQuery("top is a number from 1 to " + Bounds.TOP);
    }
    if (filters.values().stream().mapToInt(Set::size).sum() > Bounds.FILTER_VALUES) {
      throw new InvalidMetricQuery(
          "there are more than " + Bounds.FILTER_VALUES + " values in the filters");
    }
    filters.forEach(
        (dimension, values) -> {
          if (values.stream().anyMatch(value -> value.length() > Bounds.FILTER_LENGTH)) {
            throw new InvalidMetricQuery(
                "a value in the filter of "
                    + dimension.wireName()
                    + " is longer than "
                    + Bounds.FILTER_LENGTH
                    + " characters");
          }
        });
  }

  private void require(boolean ok, String what, Dimension dimension) {
    if (!ok) {
      throw new InvalidMetricQuery(
          metric.id() + " cannot be " + what + " by " + dimension.wireName());
    }
  }
}
