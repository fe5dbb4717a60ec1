package comms.metrics.clickhouse;

import comms.catalog.Metric;
import comms.catalog.Stat;
import comms.metrics.Buckets;
import comms.metrics.Figures;
import comms.metrics.MetricQuery;
import comms.metrics.RecordKind;
import comms.metrics.RecordsQuery;
import comms.metrics.SelectMetric;
import java.util.List;
import org.springframework.stereotype.Component;

/** Notifications dropped in a bucket / notifications scheduled in it. */
@Component
class DeliveryDrops implements SelectMetric, RecordsOf, KeysOf {

  static final String DROPPED = "notification_dropped";

  private final NotificationCounts counts;

  DeliveryDrops(NotificationCounts counts) {
    this.counts = counts;
  }

  @Override
  public Metric metric() {
    return Metric.DELIVERY_DROPS;
  }

  @Override
  public Figures select(MetricQuery query, Buckets buckets) {
    return Counts.shares(
        counts.notifications(DROPPED, query, buckets),
        counts.scheduled(query, buckets),
        query.by(),
        NotificationCounts.OF_SCHEDULED,
        Stat.VALUE);
  }

  @Override
  public List<Counted> counted(MetricQuery query) {
    return NotificationCounts.counted(DROPPED, query);
  }

  @Override
  public Relation records(RecordsQuery query) {
    return query.kind() == RecordKind.SCHEDULED_NOTIFICATIONS
        ? NotificationCounts.scheduled(query)
        : NotificationCounts.notifications(DROPPED, query);
  }
}
