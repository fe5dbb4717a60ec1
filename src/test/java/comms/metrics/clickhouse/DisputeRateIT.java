package comms.metrics.clickhouse;

import static comms.catalog.Dimension.INITIATOR_ROLE;
import static comms.metrics.clickhouse.Disputes.closed;
import static comms.metrics.clickhouse.Disputes.opened;
import static org.assertj.core.api.Assertions.assertThat;

import comms.catalog.Metric;
import comms.catalog.Stat;
import comms.metrics.Interval;
import comms.metrics.MetricQuery;
import comms.metrics.MetricResult;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DisputeRateIT extends MetricTest {

  @Test
  void aContractWithSeveralDisputesCountsOnceInEachBucket() {
    send(
        opened("d1", "c1", "client", "2026-01-05T10:00:00Z"),
        opened("d2", "c1", "client", "2026-01-05T11:00:00Z"),
        opened("d3", "c1", "freelancer", "2026-01-06T11:00:00Z"),
        closed("c1", "2026-01-05T12:00:00Z"),
        closed("c2", "2026-01-05T12:00:00Z"),
        closed("c3", "2026-01-06T12:00:00Z"));

    MetricResult result = ask(days());

    assertThat(values(result, Map.of(), Stat.VALUE)).containsExactly(0.5, 1.0, null);
    assertThat(total(result, Map.of(), Stat.VALUE).numerator()).isEqualTo(1);
    assertThat(total(result, Map.of(), Stat.VALUE).denominator()).isEqualTo(3);
  }

  @Test
  void breakdownsAndFiltersLeaveTheClosedContractsWhole() {
    send(
        opened("d1", "c1", "client", "2026-01-05T10:00:00Z"),
        opened("d2", "c2", "freelancer", "2026-01-05T11:00:00Z"),
        closed("c1", "2026-01-05T12:00:00Z"),
        closed("c2", "2026-01-05T12:00:00Z"));

    MetricResult broken = ask(days().withBy(INITIATOR_ROLE));
    MetricResult filtered = ask(days().withFilters(Map.of(INITIATOR_ROLE, Set.of("client"))));

    assertThat(total(broken, Map.of(INITIATOR_ROLE, "client"), Stat.VALUE).value()).isEqualTo(0.5);
    assertThat(total(filtered, Map.of(), Stat.VALUE).value()).isEqualTo(0.5);
  }

  private static MetricQuery days() {
    return query(Metric.DISPUTE_RATE, "2026-01-05T00:00:00Z", "2026-01-08T00:00:00Z", Interval.DAY);
  }
}
