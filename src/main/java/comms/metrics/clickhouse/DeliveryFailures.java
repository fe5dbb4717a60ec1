package comms.metrics.clickhouse;

import comms.catalog.Dimension;
import comms.catalog.Metric;
import comms.catalog.Stat;
import comms.metrics.Buckets;
import comms.metrics.Figures;
import comms.metrics.MetricQuery;
import comms.metrics.RecordsQuery;
import comms.metrics.SelectMetric;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Notifications with a failed attempt in a bucket / notifications scheduled in it, and beside that
 * share the failed attempts, which are another figure.
 */
@Component
class DeliveryFailures implements SelectMetric, RecordsOf, KeysOf {

  static final String FAILED = "notification_delivery_failed";

  private final NotificationCounts counts;

  DeliveryFailures(NotificationCounts counts) {
    this.counts = counts;
  }

  @Override
  public Metric metric() {
    return Metric.DELIVERY_FAILURES;
  }

  @Override
  public Figures select(MetricQuery query, Buckets buckets) {
    Figures figures =
        Counts.shares(
            counts.notifications(FAILED, query, buckets),
            counts.scheduled(query, buckets),
            query.by(),
            NotificationCounts.OF_SCHEDULED,
            Stat.VALUE);
    Counts attempts = counts.attempts(FAILED, query, buckets);
    Set<Long> times = attempts.buckets();
    for (Map<Dimension, String> key : attempts.keys()) {
      for (long bucket : times) {
        figures.put(key, Stat.ATTEMPTS, bucket, Shares.count(attempts.at(key, bucket), 0));
      }
    }
    return figures;
  }

  @Override
  public List<Counted> counted(MetricQuery query) {
    return NotificationCounts.counted(FAILED, query);
  }

  @Override
  public Relation records(RecordsQuery query) {
    if (query.part().ofWaterfall()) {
      return WaterfallParts.of(query);
    }
    return switch (query.kind()) {
      case SCHEDULED_NOTIFICATIONS -> NotificationCounts.scheduled(query);
      case FAILED_ATTEMPTS -> NotificationCounts.attempts(FAILED, query);
      default -> NotificationCounts.notifications(FAILED, query);
    };
  }
}
