package comms.metrics;

import comms.catalog.Metric;
import comms.catalog.Status;
import comms.catalog.Target;
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
  private final Freshness freshness;
  private final ZoneId zone;
  private final Clock clock;

  MetricService(List<SelectMetric> selects, Freshness freshness, ZoneId zone, Clock clock) {
    selects.forEach(select -> this.selects.put(select.metric(), select));
    if (!this.selects.keySet().equals(Set.of(Metric.values()))) {
      throw new IllegalStateException("not every metric has its select: " + this.selects.keySet());
    }
    this.freshness = freshness;
    this.zone = zone;
    this.clock = clock;
  }

  MetricResult answer(MetricQuery query) {
    query.check();
    Buckets buckets = Buckets.of(query.range(), query.interval(), zone);
    Instant freshUntil = freshness.newestAcceptance();
    List<MetricResult.Series> series = select(query, buckets).series(buckets, clock.instant());
    return new MetricResult(
        query.metric(),
        zone,
        query.interval(),
        query.range(),
        freshUntil,
        query.metric().targets(),
        query.by().isEmpty() ? status(query.metric(), series) : statusOfWhole(query),
        series);
  }

  private Figures select(MetricQuery query, Buckets buckets) {
    SelectMetric select = selects.get(query.metric());
    if (select == null) {
      throw new IllegalStateException("no select for " + query.metric());
    }
    return select.select(query, buckets);
  }

  /** The metric's own status: that of the figures before they were broken down. */
  private Status statusOfWhole(MetricQuery query) {
    MetricQuery whole = query.withBy().withInterval(Interval.TOTAL);
    Buckets one = Buckets.of(whole.range(), Interval.TOTAL, zone);
    return status(query.metric(), select(whole, one).series(one, clock.instant()));
  }

  private static Status status(Metric metric, List<MetricResult.Series> series) {
    Status status = Status.NO_DATA;
    for (Target target : metric.targets()) {
      for (MetricResult.Series one : series) {
        Double value = one.total().value();
        if (one.stat() == target.stat() && value != null) {
          status = status.worse(target.statusOf(value));
        }
      }
    }
    boolean anything = series.stream().anyMatch(one -> one.total().samples() > 0);
    return metric.targets().isEmpty() && anything ? Status.ON_TARGET : status;
  }
}
