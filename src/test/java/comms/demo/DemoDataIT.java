package comms.demo;

import static comms.catalog.EventName.CONTRACT_STARTED;
import static comms.catalog.Property.CONTRACT_ID;
import static comms.ingestion.AnEvent.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import comms.catalog.Metric;
import comms.catalog.Status;
import comms.clickhouse.WithStore;
import comms.ingestion.Journal;
import comms.metrics.Interval;
import comms.metrics.MetricQuery;
import comms.metrics.MetricResult;
import comms.metrics.Metrics;
import comms.metrics.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest
@WithStore(fresh = true)
class DemoDataIT {

  @Autowired private DemoData demoData;
  @Autowired private Metrics metrics;
  @Autowired private Journal journal;
  @Autowired private JdbcClient store;

  @Test
  void fillsEveryMetricAndLeavesRealEventsAlone() {
    assertThat(demoData.storeIsEmpty()).isTrue();
    assertThat(demoData.present()).isFalse();

    demoData.load();

    assertThat(demoData.present()).isTrue();
    assertThat(count("SELECT count() FROM events")).isBetween(1_700_000L, 2_500_000L);
    assertThat(count("SELECT count() FROM events WHERE timestamp > now64()")).isZero();
    for (Metric metric : Metric.values()) {
      MetricResult quarter = ask(metric);
      assertThat(quarter.status()).as(metric.id()).isNotEqualTo(Status.NO_DATA);
      List<MetricResult.Point> weeks = quarter.series().getFirst().points();
      for (int week = 0; week < weeks.size(); week++) {
        int bucket = week;
        // A week that has just begun may hold nothing yet.
        if (weeks.get(week).partial()) {
          continue;
        }
        assertThat(quarter.series())
            .as(metric.id() + " in week " + week)
            .anySatisfy(
                series -> assertThat(series.points().get(bucket).figure().samples()).isPositive());
      }
    }

    journal.append(
        new Journal.Intake(
            "request",
            List.of(
                anEvent(CONTRACT_STARTED)
                    .of(CONTRACT_ID, "real")
                    .at("2026-03-01T00:00:00Z")
                    .build()),
            List.of(),
            Map.of()));
    demoData.remove();

    assertThat(demoData.present()).isFalse();
    assertThat(count("SELECT count() FROM events")).isEqualTo(1);
    assertThat(store.sql("SELECT contract_id FROM contracts FINAL").query(String.class).list())
        .containsExactly("real");
    assertThat(count("SELECT count() FROM histogram_increases")).isZero();
    assertThat(count("SELECT count() FROM histogram_hours")).isZero();
    assertThat(count("SELECT count() FROM summary_hours")).isZero();
  }

  private MetricResult ask(Metric metric) {
    Instant now = Instant.now();
    return metrics.query(
        MetricQuery.of(metric, new TimeRange(now.minus(Duration.ofDays(90)), now), Interval.WEEK));
  }

  private long count(String sql) {
    return store.sql(sql).query(Long.class).single();
  }
}
