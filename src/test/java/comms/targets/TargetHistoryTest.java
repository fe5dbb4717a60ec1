package comms.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comms.catalog.Metric;
import comms.catalog.Stat;
import comms.catalog.Target;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TargetHistoryTest {

  private static final LocalDate MARCH = LocalDate.parse("2026-03-01");
  private static final LocalDate APRIL = LocalDate.parse("2026-04-01");

  @Test
  void theSpecificationHoldsUntilTheFirstChange() {
    TargetHistory history = history(change(Stat.P95, 500, APRIL, "2026-03-20T10:00:00Z"));

    assertThat(values(history, APRIL.minusDays(1))).containsExactly(120.0, 600.0);
    assertThat(values(history, APRIL)).containsExactly(120.0, 500.0);
  }

  @Test
  void ofSeveralForOneDayThatHoldsWhichWasSetLast() {
    TargetHistory history =
        history(
            change(Stat.P50, 90, APRIL, "2026-03-20T10:00:00Z"),
            change(Stat.P50, 100, APRIL, "2026-03-19T10:00:00Z"));

    assertThat(values(history, APRIL)).containsExactly(90.0, 600.0);
  }

  @Test
  void aChangeForAnEarlierDayLeavesTheLaterOneInForce() {
    TargetHistory history =
        history(
            change(Stat.P50, 90, APRIL, "2026-03-20T10:00:00Z"),
            change(Stat.P50, 100, MARCH, "2026-04-19T10:00:00Z"));

    assertThat(values(history, MARCH)).containsExactly(100.0, 600.0);
    assertThat(values(history, APRIL)).containsExactly(90.0, 600.0);
  }

  @Test
  void knowsWhatAChangeReplacedWhenItWasMade() {
    TargetChange first = change(Stat.P50, 100, MARCH, "2026-02-01T10:00:00Z");
    TargetChange second = change(Stat.P50, 90, APRIL, "2026-03-20T10:00:00Z");
    TargetChange late = change(Stat.P50, 80, MARCH, "2026-05-01T10:00:00Z");
    TargetHistory history = history(first, second, late);

    assertThat(history.before(first).value()).isEqualTo(120);
    assertThat(history.before(second).value()).isEqualTo(100);
    assertThat(history.before(late).value()).isEqualTo(100);
  }

  @Test
  void refusesWhatIsNoTarget() {
    assertThatThrownBy(() -> change(Stat.P99, 100, MARCH, "2026-02-01T10:00:00Z"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> change(Stat.P50, 0, MARCH, "2026-02-01T10:00:00Z"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                new TargetChange(Metric.DISPUTE_RATE, Stat.VALUE, 7, MARCH, Instant.EPOCH, "admin"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static List<Double> values(TargetHistory history, LocalDate day) {
    return history.on(day).stream().map(Target::value).toList();
  }

  private static TargetHistory history(TargetChange... changes) {
    return new TargetHistory(Metric.FIRST_RESPONSE_TIME, List.of(changes));
  }

  private static TargetChange change(Stat stat, double value, LocalDate from, String at) {
    return new TargetChange(
        Metric.FIRST_RESPONSE_TIME, stat, value, from, Instant.parse(at), "admin");
  }
}
