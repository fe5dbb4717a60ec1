package comms.metrics.clickhouse;

import static comms.catalog.Dimension.DROP_REASON;
import static comms.metrics.clickhouse.Notifications.dropped;
import static comms.metrics.clickhouse.Notifications.scheduled;
import static org.assertj.core.api.Assertions.assertThat;

import comms.catalog.Metric;
import comms.catalog.Stat;
import comms.metrics.Interval;
import comms.metrics.MetricQuery;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeliveryDropsIT extends MetricTest {

  @Test
  void droppedNotificationsByReasonOfAllScheduled() {
    send(
        scheduled("n1", "email", "welcome", "2026-01-05T10:00:00Z"),
        scheduled("n2", "email", "welcome", "2026-01-05T10:00:00Z"),
        dropped("n1", "email", "unsubscribed", "2026-01-05T10:00:01Z"));
    MetricQuery days =
        query(Metric.DELIVERY_DROPS, "2026-01-05T00:00:00Z", "2026-01-07T00:00:00Z", Interval.DAY);

    assertThat(values(ask(days), Map.of(), Stat.VALUE)).containsExactly(0.5, null);
    assertThat(
            total(ask(days.withBy(DROP_REASON)), Map.of(DROP_REASON, "unsubscribed"), Stat.VALUE)
                .numerator())
        .isEqualTo(1);
  }
}
