package comms.metrics;

import comms.catalog.Metric;
import comms.catalog.Status;
import comms.catalog.Target;
import comms.metrics.BreakdownPlan.Planned;
import comms.targets.TargetHistory;
import comms.targets.Targets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Plans a question, has it selected, and makes the answer: gaps filled, status judged. */
@Component
class MetricService {

  private final Map<Metric, SelectMetric> selects = new EnumMap<>(Metric.class);
  private final BreakdownPlan plan;
  private final Freshness freshness;
  private final Targets targets;
  private final ZoneId zone;
  private final Clock clock;
  private final Effort effort = Effort.ofHeap();

  MetricService(
      List<SelectMetric> selects,
      BreakdownPlan plan,
      Freshness freshness,
      Targets targets,
      ZoneId zone,
      Clock clock) {
    selects.forEach(select -> this.selects.put(select.metric(), select));
    if (!this.selects.keySet().equals(Set.of(Metric.values()))) {
      throw new IllegalStateException("not every metric has its select: " + this.selects.keySet());
    }
    this.plan = plan;
    this.freshness = freshness;
    this.targets = targets;
    this.zone = zone;
    this.clock = clock;
  }

  MetricResult answer(MetricQuery query) {
    query.check();
    Buckets buckets = Buckets.of(query.range(), query.interval(), zone);
    Planned planned = plan.plan(query, buckets.list().size());
    return effort.with(planned.width().bytes(), () -> answer(planned, buckets));
  }

  long bytes(MetricQuery query) {
    query.check();
    Buckets buckets = Buckets.of(query.range(), query.interval(), zone);
    return plan.plan(query, buckets.list().size()).width().bytes();
  }

  private MetricResult answer(Planned planned, Buckets buckets) {
    MetricQuery query = planned.query();
    Instant freshUntil = freshness.newestAcceptance();
    TargetHistory history = targets.of(query.metric());
    List<MetricResult.Series> series = select(query, buckets).series(buckets, clock.instant());
    MetricResult result =
        new MetricResult(
            query.metric(),
            zone,
            query.interval(),
            query.range(),
            freshUntil,
            history,
            Status.NO_DATA,
            series,
            planned.others());
    return result.withStatus(
        status(result.targets(), query.by().isEmpty() ? series : seriesOfWhole(query)));
  }

  private Figures select(MetricQuery query, Buckets buckets) {
    SelectMetric select = selects.get(query.metric());
    if (select == null) {
      throw new IllegalStateException("no select for " + query.metric());
    }
    return select.select(query, buckets);
  }

  /** The metric's own figures, as they were before they were broken down. */
  private List<MetricResult.Series> seriesOfWhole(MetricQuery query) {
    MetricQuery whole = query.withBy().withInterval(Interval.TOTAL);
    Buckets one = Buckets.of(whole.range(), Interval.TOTAL, zone);
    return select(whole, one).series(one, clock.instant());
  }

  private static Status status(List<Target> targets, List<MetricResult.Series> series) {
    Status status = Status.NO_DATA;
    for (Target target : targets) {
      for (MetricResult.Series one : series) {
        Double value = one.total().value();
        if (one.stat() == target.stat() && value != null) {
          status = status.worse(target.statusOf(value));
        }
      }
    }
    boolean anything = series.stream().anyMatch(one -> one.total().samples() > 0);
    return targets.isEmpty() && anything ? Status.ON_TARGET : status;
  }
}
