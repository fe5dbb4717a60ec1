package comms.metrics;

import comms.catalog.Dimension;
import comms.catalog.Metric;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

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
 */
public record MetricQuery(
    Metric metric,
    TimeRange range,
    Interval interval,
    List<Dimension> by,
    Map<Dimension, Set<String>> filters,
    OptionalInt windowDays,
    boolean everyReply,
    boolean cohorts) {

  public MetricQuery {
    by = List.copyOf(by);
    filters = Collections.unmodifiableMap(new TreeMap<>(filters));
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
    return new MetricQuery(metric, range, interval, by, filters, windowDays, everyReply, cohorts);
  }

  public MetricQuery withInterval(Interval interval) {
    return new MetricQuery(metric, range, interval, by, filters, windowDays, everyReply, cohorts);
  }

  public MetricQuery withBy(Dimension... by) {
    return new MetricQuery(
        metric, range, interval, List.of(by), filters, windowDays, everyReply, cohorts);
  }

  public MetricQuery withFilters(Map<Dimension, Set<String>> filters) {
    return new MetricQuery(metric, range, interval, by, filters, windowDays, everyReply, cohorts);
  }

  public MetricQuery withCohorts(boolean cohorts) {
    return new MetricQuery(metric, range, interval, by, filters, windowDays, everyReply, cohorts);
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
  }

  private void require(boolean ok, String what, Dimension dimension) {
    if (!ok) {
      throw new InvalidMetricQuery(
          metric.id() + " cannot be " + what + " by " + dimension.wireName());
    }
  }
}
