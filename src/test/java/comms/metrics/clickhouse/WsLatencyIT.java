package comms.metrics.clickhouse;

import static comms.catalog.Dimension.DELIVERY_CHANNEL;
import static comms.catalog.Dimension.INSTANCE;
import static comms.catalog.EventName.CHAT_MESSAGE_DELIVERED;
import static comms.ingestion.AnEvent.anEvent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comms.catalog.Metric;
import comms.catalog.Property;
import comms.catalog.Stat;
import comms.metrics.Interval;
import comms.metrics.InvalidMetricQuery;
import comms.metrics.MetricQuery;
import comms.metrics.MetricResult;
import java.util.Map;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class WsLatencyIT extends MetricTest {

  @Test
  void sumsTheHistogramsOfAllSeriesBeforeItInterpolates() {
    double[] bounds = {100, 250, 500, 1000, 2000, Double.POSITIVE_INFINITY};
    double[] counts = {50, 80, 94, 98, 99.5, 100};
    for (String instance : new String[] {"a", "b"}) {
      for (int i = 0; i < bounds.length; i++) {
        increase(instance, bounds[i], counts[i] / 2);
      }
    }
    workOutTelemetryHours();

    MetricResult result = ask(days());

    assertThat(total(result, Map.of(), Stat.P50).value()).isEqualTo(100.0);
    assertThat(total(result, Map.of(), Stat.P95).value()).isEqualTo(625.0, Offset.offset(1e-9));
    assertThat(total(result, Map.of(), Stat.P99).value())
        .isEqualTo(1000 + 1000 / 1.5, Offset.offset(1e-9));
    assertThat(total(result, Map.of(), Stat.P99).samples()).isEqualTo(100);
    assertThat(total(result, Map.of(), Stat.P95).extra())
        .containsEntry("bucket_from", 500.0)
        .containsEntry("bucket_to", 1000.0)
        .containsEntry("share_to_1000", 0.98)
        .containsEntry("share_to_2000", 0.995);
    assertThat(total(ask(days().withBy(INSTANCE)), Map.of(INSTANCE, "a"), Stat.P95).samples())
        .isEqualTo(50);
  }

  @Test
  void byDeliveryChannelItReadsTheDeliveredMessages() {
    for (int i = 1; i <= 3; i++) {
      send(
          anEvent(CHAT_MESSAGE_DELIVERED)
              .of(Property.MESSAGE_ID, "m" + i)
              .of(Property.THREAD_ID, "t1")
              .of(Property.DELIVERY_CHANNEL, "ws")
              .of(Property.DELIVERY_LATENCY_MS, 100.0 * i)
              .at("2026-01-05T10:00:00Z"));
    }

    MetricResult result = ask(days().withBy(DELIVERY_CHANNEL));

    assertThat(values(result, Map.of(DELIVERY_CHANNEL, "ws"), Stat.P50))
        .containsExactly(200.0, null);
  }

  @Test
  void theTwoSourcesAreNotMixed() {
    MetricQuery both = days().withBy(INSTANCE).withFilters(Map.of(DELIVERY_CHANNEL, Set.of("ws")));

    assertThatThrownBy(() -> ask(both)).isInstanceOf(InvalidMetricQuery.class);
  }

  private void increase(String instance, double bound, double increase) {
    store
        .sql(
            """
            INSERT INTO histogram_increases (metric, at, instance, series, le, increase, demo)
            VALUES ('chat_ws_delivery_latency_ms', '2026-01-05 10:00:00', ?, ?, ?, ?, false)
            """)
        .params(instance, instance, bound, increase)
        .update();
  }

  private static MetricQuery days() {
    return query(Metric.WS_LATENCY, "2026-01-05T00:00:00Z", "2026-01-07T00:00:00Z", Interval.DAY);
  }
}
