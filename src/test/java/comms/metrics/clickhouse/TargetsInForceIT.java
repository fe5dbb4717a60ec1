package comms.metrics.clickhouse;

import static comms.metrics.clickhouse.Disputes.closed;
import static comms.metrics.clickhouse.Disputes.opened;
import static org.assertj.core.api.Assertions.assertThat;

import comms.catalog.Metric;
import comms.catalog.Stat;
import comms.catalog.Status;
import comms.catalog.Target;
import comms.metrics.Interval;
import comms.metrics.MetricQuery;
import comms.metrics.MetricResult;
import comms.targets.TargetChange;
import comms.targets.Targets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Answers are judged by the targets of their time. It plays in 2031, so that others see nothing.
 */
class TargetsInForceIT extends MetricTest {

  @Autowired private Targets targets;

  @Test
  void anAnswerIsJudgedByTheTargetAtTheEndOfItsRange() {
    send(
        opened("d1", "c1", "client", "2031-01-05T10:00:00Z"),
        closed("c1", "2031-01-05T12:00:00Z"),
        closed("c2", "2031-01-05T12:00:00Z"),
        opened("d3", "c3", "client", "2031-01-06T10:00:00Z"),
        closed("c3", "2031-01-06T12:00:00Z"),
        closed("c4", "2031-01-06T12:00:00Z"));
    assertThat(ask(days("2031-01-05", "2031-01-07")).status()).isEqualTo(Status.OFF_TARGET);

    TargetChange change =
        new TargetChange(
            Metric.DISPUTE_RATE,
            Stat.VALUE,
            0.8,
            LocalDate.parse("2031-01-06"),
            Instant.parse("2030-12-24T18:00:00.123Z"),
            "admin");
    targets.set(change);

    MetricResult both = ask(days("2031-01-05", "2031-01-07"));
    assertThat(both.status()).isEqualTo(Status.ON_TARGET);
    assertThat(values(both.targets())).containsExactly(0.8);
    assertThat(
            both.series(Stat.VALUE).orElseThrow().points().stream()
                .map(point -> values(both.targetsAtEndOf(both.rangeOf(point)))))
        .containsExactly(List.of(0.07), List.of(0.8));
    assertThat(ask(days("2031-01-05", "2031-01-06")).status()).isEqualTo(Status.OFF_TARGET);
    assertThat(targets.changes()).contains(change);
  }

  private static List<Double> values(List<Target> targets) {
    return targets.stream().map(Target::value).toList();
  }

  private static MetricQuery days(String from, String to) {
    return query(Metric.DISPUTE_RATE, from + "T00:00:00Z", to + "T00:00:00Z", Interval.DAY);
  }
}
