package comms.metrics.web;

import comms.catalog.Dimension;
import comms.catalog.Metric;
import comms.catalog.Target;
import comms.metrics.Interval;
import java.util.Arrays;
import java.util.List;

/** A metric as the API lists it. */
record MetricDescription(
    String id,
    String name,
    String unit,
    String description,
    List<String> sources,
    List<MetricAnswer.Target> targets,
    List<String> intervals,
    List<String> breakdowns) {

  /**
   * @param targets those in force
   */
  static MetricDescription of(Metric metric, List<Target> targets) {
    return new MetricDescription(
        metric.id(),
        metric.title(),
        metric.unit().wireName(),
        metric.formula(),
        metric.sources(),
        targets.stream().map(MetricAnswer.Target::of).toList(),
        Arrays.stream(Interval.values()).map(Interval::wireName).toList(),
        metric.breakdowns().stream().map(Dimension::wireName).toList());
  }
}
