package comms.metrics.clickhouse;

import static comms.catalog.Dimension.INSTANCE;
import static org.assertj.core.api.Assertions.assertThat;

import comms.catalog.Metric;
import comms.catalog.Stat;
import comms.metrics.Interval;
import comms.metrics.MetricQuery;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WsReconnectsIT extends MetricTest {

  @Test
  void attemptsByConnectionsSummedOverAllSeries() {
    store
        .sql(
            """
            INSERT INTO summary_increases
                (metric, at, instance, series, sum_increase, count_increase, demo)
            VALUES ('ws_reconnect_attempts', '2026-01-05 10:00:00', 'a', 'a', 30, 10, false),
                   ('ws_reconnect_attempts', '2026-01-05 11:00:00', 'b', 'b', 10, 10, false)
            """)
        .update();
    workOutTelemetryHours();
    MetricQuery days =
        query(Metric.WS_RECONNECTS, "2026-01-05T00:00:00Z", "2026-01-07T00:00:00Z", Interval.DAY);

    assertThat(values(ask(days), Map.of(), Stat.VALUE)).containsExactly(2.0, null);
    assertThat(values(ask(days.withBy(INSTANCE)), Map.of(INSTANCE, "a"), Stat.VALUE))
        .containsExactly(3.0, null);
  }
}
