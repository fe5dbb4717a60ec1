package comms.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import comms.catalog.Metric;
import comms.catalog.Target;
import comms.metrics.Budget.Projection;
import comms.metrics.MetricResult.Figure;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BudgetTest {

  private static final Target HALF_A_PERCENT = Metric.DELIVERY_FAILURES.targets().getFirst();

  private static final TimeRange DAY =
      new TimeRange(Instant.parse("2026-01-06T00:00:00Z"), Instant.parse("2026-01-07T00:00:00Z"));

  @Test
  void allowsTheTargetOfWhatWasScheduledRoundedDown() {
    assertThat(budget(2, 999, "12:00").allowed()).isEqualTo(4);
    assertThat(budget(2, 1000, "12:00").allowed()).isEqualTo(5);
    assertThat(budget(2, 1000, "12:00").left()).isEqualTo(3);
  }

  @Test
  void isOverspentExactlyWhenTheTargetIsMissed() {
    for (int scheduled = 1; scheduled < 20_000; scheduled += 7) {
      for (int spent = scheduled / 200 - 1; spent <= scheduled / 200 + 1; spent++) {
        assertThat(budget(Math.max(0, spent), scheduled, "12:00").overspent())
            .as(spent + " of " + scheduled)
            .isEqualTo(!HALF_A_PERCENT.isMetBy((double) Math.max(0, spent) / scheduled));
      }
    }
  }

  @Test
  void projectsTheEndOfTheDayAtTheRateSoFar() {
    assertThat(budget(3, 1000, "06:00").atEndOfDay()).contains(new Projection(4000, 12, 20));
    assertThat(budget(6, 1000, "06:00").atEndOfDay().orElseThrow().left()).isEqualTo(-4);
  }

  @Test
  void projectsNothingTooEarlyNorFromNothing() {
    assertThat(budget(1, 10, "00:59").atEndOfDay()).isEmpty();
    assertThat(budget(0, 0, "12:00").atEndOfDay()).isEmpty();
    assertThat(Budget.of(share(1, 10), HALF_A_PERCENT, DAY, DAY.to()).atEndOfDay()).isEmpty();
  }

  private static Budget budget(int spent, int scheduled, String time) {
    Instant now = Instant.parse("2026-01-06T" + time + ":00Z");
    return Budget.of(share(spent, scheduled), HALF_A_PERCENT, DAY, now);
  }

  private static Figure share(int spent, int scheduled) {
    return new Figure(
        scheduled == 0 ? null : (double) spent / scheduled, spent, scheduled, scheduled);
  }
}
