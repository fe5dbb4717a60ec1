package comms.dashboard;

import comms.catalog.Dimension;
import comms.catalog.Metric;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The dimensions by which the metrics of a view can be filtered. */
record Breakdowns(List<Metric> metrics) {

  Breakdowns {
    metrics = List.copyOf(metrics);
  }

  static Breakdowns of(Collection<Metric> metrics) {
    return new Breakdowns(metrics.stream().sorted().toList());
  }

  /** All of them, in the order of the catalog; the channel of a delivery is no filter. */
  Set<Dimension> all() {
    Set<Dimension> all = EnumSet.noneOf(Dimension.class);
    metrics.forEach(metric -> all.addAll(metric.breakdowns()));
    all.remove(Dimension.DELIVERY_CHANNEL);
    return all;
  }

  /** Whether more than one metric has it. */
  boolean shared(Dimension dimension) {
    return with(dimension).size() > 1;
  }

  List<Metric> with(Dimension dimension) {
    return metrics.stream().filter(metric -> metric.breakdowns().contains(dimension)).toList();
  }
}
