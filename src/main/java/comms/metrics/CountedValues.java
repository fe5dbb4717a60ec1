package comms.metrics;

import comms.catalog.Dimension;
import comms.catalog.Metric;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * Counts the values of the dimensions that senders may fill as they like, from memory if it can.
 */
@Component
class CountedValues implements ManyValues {

  /** Each in the metric whose figures are broken down by it most. */
  private static final Map<Dimension, Metric> OPEN =
      Map.of(
          Dimension.CHANNEL, Metric.DELIVERY_FAILURES,
          Dimension.TEMPLATE, Metric.DELIVERY_FAILURES,
          Dimension.ERROR_CODE, Metric.DELIVERY_FAILURES,
          Dimension.DROP_REASON, Metric.DELIVERY_DROPS,
          Dimension.REASON_CATEGORY, Metric.DISPUTE_RATE,
          Dimension.INSTANCE, Metric.WS_LATENCY);

  private static final Top SHOWN = Top.of(Bounds.SHOWN);

  private final BreakdownPlan plan;

  CountedValues(BreakdownPlan plan) {
    this.plan = plan;
  }

  @Override
  public Map<Dimension, Long> past(TimeRange range) {
    Map<Dimension, Long> past = new TreeMap<>();
    OPEN.forEach(
        (dimension, metric) -> {
          MetricQuery query = MetricQuery.of(metric, range, Interval.TOTAL);
          long others = plan.first(query, dimension, SHOWN).others();
          if (others > 0) {
            past.put(dimension, others);
          }
        });
    return past;
  }
}
