package comms.metrics.clickhouse;

import static comms.catalog.Dimension.INITIATOR_ROLE;
import static comms.catalog.Dimension.RESOLUTION;
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

class DisputeOutcomesIT extends MetricTest {

  @Test
  void countsByResolutionAndByWhoOpened() {
    send(
        opened("d1", "c1", "client", "2026-01-04T10:00:00Z"),
        opened("d2", "c2", "freelancer", "2026-01-04T10:00:00Z"),
        resolved("d1", "split", "2026-01-05T10:00:00Z"),
        resolved("d2", "split", "2026-01-06T10:00:00Z"));

    MetricResult byResolution = ask(days());
    MetricResult byInitiator = ask(days().withBy(INITIATOR_ROLE));

    assertThat(values(byResolution, Map.of(RESOLUTION, "split"), Stat.COUNT))
        .containsExactly(1.0, 1.0);
    assertThat(values(byInitiator, Map.of(INITIATOR_ROLE, "client"), Stat.COUNT))
        .containsExactly(1.0, null);
    assertThat(total(byInitiator, Map.of(INITIATOR_ROLE, "client"), Stat.COUNT).denominator())
        .isEqualTo(2);
  }

  @Test
  void aResolutionThatArrivesBeforeItsOpeningCountsOnceTheOpeningIsThere() {
    send(resolved("d1", "split", "2026-01-05T10:00:00Z"));
    assertThat(ask(days()).series()).isEmpty();

    send(opened("d1", "c1", "client", "2026-01-04T10:00:00Z"));

    assertThat(values(ask(days()), Map.of(RESOLUTION, "split"), Stat.COUNT))
        .containsExactly(1.0, null);
    assertThat(
            store
                .sql(
                    "SELECT sum(c.3) FROM written_batches FINAL ARRAY JOIN counts AS c"
                        + " WHERE c.1 = 'quarantined'")
                .query(Long.class)
                .single())
        .isZero();
  }

  private static MetricQuery days() {
    return query(
        Metric.DISPUTE_OUTCOMES, "2026-01-05T00:00:00Z", "2026-01-07T00:00:00Z", Interval.DAY);
  }
}
