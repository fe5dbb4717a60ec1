package comms.metrics.clickhouse;

import static comms.catalog.Dimension.INITIATOR_ROLE;
import static comms.catalog.Dimension.RESOLUTION;
import static comms.catalog.Dimension.ROLE;
import static comms.metrics.clickhouse.Disputes.answered;
import static comms.metrics.clickhouse.Disputes.opened;
import static comms.metrics.clickhouse.Disputes.resolved;
import static org.assertj.core.api.Assertions.assertThat;

import comms.catalog.Metric;
import comms.catalog.Stat;
import comms.metrics.Interval;
import comms.metrics.MetricQuery;
import comms.metrics.MetricResult;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DisputeNpsIT extends MetricTest {

  @Test
  void promotersMinusDetractorsOfAllResponses() {
    send(
        opened("d1", "c1", "client", "2026-01-04T10:00:00Z"),
        opened("d2", "c2", "client", "2026-01-04T10:00:00Z"),
        resolved("d1", "split", "2026-01-05T10:00:00Z"),
        resolved("d2", "win_client", "2026-01-05T10:00:00Z"),
        answered("d1", "client", 9, "2026-01-05T12:00:00Z"),
        answered("d1", "freelancer", 10, "2026-01-05T12:00:00Z"),
        answered("d2", "client", 6, "2026-01-05T12:00:00Z"),
        answered("d2", "freelancer", 8, "2026-01-06T12:00:00Z"));

    MetricResult result = ask(days());
    MetricResult byRole = ask(days().withBy(ROLE));
    MetricResult byResolution = ask(days().withBy(RESOLUTION));

    assertThat(values(result, Map.of(), Stat.VALUE)).containsExactly(100.0 / 3, 0.0);
    assertThat(total(result, Map.of(), Stat.VALUE).value()).isEqualTo(25.0);
    assertThat(total(result, Map.of(), Stat.VALUE).extra()).containsEntry("response_rate", 1.0);
    assertThat(total(byRole, Map.of(ROLE, "freelancer"), Stat.VALUE).value()).isEqualTo(50.0);
    assertThat(total(byResolution, Map.of(RESOLUTION, "split"), Stat.VALUE).value())
        .isEqualTo(100.0);
  }

  @Test
  void whereNobodyHasAnsweredTheResponseRateIsZero() {
    send(
        opened("d1", "c1", "client", "2026-01-04T10:00:00Z"),
        opened("d2", "c2", "client", "2026-01-04T10:00:00Z"),
        resolved("d1", "split", "2026-01-05T10:00:00Z"),
        resolved("d2", "cancelled", "2026-01-06T10:00:00Z"),
        answered("d1", "client", 9, "2026-01-05T12:00:00Z"));

    MetricResult result = ask(days());
    MetricResult byResolution = ask(days().withBy(RESOLUTION));

    assertThat(series(result, Map.of(), Stat.VALUE).points())
        .extracting(point -> point.figure().extra().get("response_rate"))
        .containsExactly(0.5, 0.0);
    assertThat(byResolution.series())
        .extracting(MetricResult.Series::key)
        .containsExactly(Map.of(RESOLUTION, "split"));
  }

  @Test
  void cohortsCountAnswersWhenTheirDisputeWasResolved() {
    send(
        opened("d1", "c1", "client", "2026-01-04T10:00:00Z"),
        opened("d2", "c2", "freelancer", "2026-01-04T10:00:00Z"),
        opened("d3", "c3", "client", "2026-01-04T10:00:00Z"),
        resolved("d1", "split", "2026-01-05T10:00:00Z"),
        resolved("d2", "split", "2026-01-06T10:00:00Z"),
        answered("d1", "client", 9, "2026-01-05T12:00:00Z"),
        answered("d1", "freelancer", 3, "2026-01-06T12:00:00Z"),
        answered("d2", "client", 10, "2026-01-20T12:00:00Z"),
        answered("d3", "client", 10, "2026-01-05T12:00:00Z"));

    MetricResult whole = ask(days().withCohorts(true));
    MetricResult byInitiator = ask(days().withCohorts(true).withBy(INITIATOR_ROLE));

    assertThat(values(whole, Map.of(), Stat.VALUE)).containsExactly(0.0, 100.0);
    assertThat(total(whole, Map.of(), Stat.VALUE).extra())
        .containsEntry("response_rate", 0.75)
        .containsEntry("promoters", 2.0)
        .containsEntry("detractors", 1.0);
    assertThat(series(byInitiator, Map.of(INITIATOR_ROLE, "client"), Stat.VALUE).points())
        .extracting(point -> point.figure().extra().get("response_rate"))
        .containsExactly(1.0, null);
  }

  private static MetricQuery days() {
    return query(Metric.DISPUTE_NPS, "2026-01-05T00:00:00Z", "2026-01-07T00:00:00Z", Interval.DAY);
  }
}
