package comms.metrics.clickhouse;

import static comms.catalog.Dimension.INSTANCE;
import static org.assertj.core.api.Assertions.assertThat;

import comms.catalog.Dimension;
import comms.catalog.Metric;
import comms.catalog.Stat;
import comms.metrics.Interval;
import comms.metrics.MetricResult;
import comms.metrics.MetricResult.Figure;
import comms.telemetry.Counter;
import comms.telemetry.Increase;
import comms.telemetry.TelemetryStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What is asked of whole hours is answered from the hours, and half a minute beside them from the
 * minutes; there is nothing in the half minutes that make the difference.
 */
class TelemetryHoursIT extends MetricTest {

  private static final String LATENCY = "chat_ws_delivery_latency_ms";
  private static final String RECONNECTS = "ws_reconnect_attempts";
  private static final Instant DAY = Instant.parse("2026-01-05T00:00:00Z");
  private static final Offset<Double> NEARLY = Offset.offset(1e-9);
  private static final List<String> BOUNDS = List.of("100", "250", "1000", "Infinity");

  private final Random random = new Random();

  @Autowired private TelemetryStore telemetry;

  @Test
  void hoursAndMinutesGiveTheSameFigures() {
    List<Increase> minutes = new ArrayList<>();
    // Nothing in the first minute of an hour, which a question of minutes leaves out here.
    for (int minute = 1; minute < 6 * 60; minute += 1 + random.nextInt(20)) {
      minute += minute % 60 == 0 ? 1 : 0;
      for (String instance : List.of("a", "b")) {
        minutes.addAll(increases(instance, DAY.plus(Duration.ofMinutes(minute))));
      }
    }
    // In portions that cut hours, come in any order, overlap, and come from two servers.
    Collections.shuffle(minutes, random);
    int half = minutes.size() / 2;
    telemetry.add("eu", minutes.subList(0, half));
    telemetry.add("eu", minutes.subList(half / 2, minutes.size()));
    telemetry.add("us", minutes.subList(0, half));

    assertSame(Metric.WS_LATENCY, Set.of(Stat.P50, Stat.P95, Stat.P99, Stat.MEAN));
    assertSame(Metric.WS_RECONNECTS, Set.of(Stat.VALUE));
  }

  @Test
  void aMinuteThatIsStoredAgainReplacesWhatItAddedToItsHour() {
    Counter all = new Counter(LATENCY, "a", "a", "Infinity");
    // Not what the other test asks for, since an import makes no answer outdated.
    Instant another = DAY.plus(Duration.ofDays(7));
    long minute = another.plusSeconds(60).toEpochMilli();
    telemetry.add("eu", List.of(new Increase(all, minute, 3)));
    telemetry.add("eu", List.of(new Increase(all, minute, 5)));
    telemetry.add("eu", List.of(new Increase(all, minute + 60_000, 7)));
    assertThat(total(days(Metric.WS_LATENCY, another), Map.of(INSTANCE, "a"), Stat.P95).samples())
        .isEqualTo(12);
  }

  private void assertSame(Metric metric, Set<Stat> stats) {
    MetricResult byHour = days(metric, DAY);
    MetricResult byMinute = days(metric, DAY.plusSeconds(30));
    for (Stat stat : stats) {
      for (String instance : List.of("a", "b")) {
        Map<Dimension, String> key = Map.of(INSTANCE, instance);
        assertSame(total(byHour, key, stat), total(byMinute, key, stat));
      }
    }
    // And hour by hour.
    MetricResult hours =
        ask(query(metric, DAY.toString(), DAY.plus(Duration.ofHours(6)).toString(), Interval.HOUR));
    for (int hour = 0; hour < 6; hour++) {
      Instant start = DAY.plus(Duration.ofHours(hour));
      MetricResult minutes =
          ask(
              query(
                  metric,
                  start.plusMillis(1).toString(),
                  start.plus(Duration.ofHours(1)).toString(),
                  Interval.TOTAL));
      for (Stat stat : stats) {
        assertSame(
            series(hours, Map.of(), stat).points().get(hour).figure(),
            total(minutes, Map.of(), stat));
      }
    }
  }

  private static void assertSame(Figure one, Figure other) {
    assertThat(one.samples()).isPositive();
    assertThat(number(one.value())).isEqualTo(number(other.value()), NEARLY);
    assertThat(one.samples()).isEqualTo(other.samples());
    assertThat(one.extra()).isEqualTo(other.extra());
  }

  private static double number(@Nullable Double value) {
    return Objects.requireNonNull(value, "there is a value");
  }

  private MetricResult days(Metric metric, Instant from) {
    return ask(
        query(metric, from.toString(), from.plus(Duration.ofDays(1)).toString(), Interval.TOTAL)
            .withBy(INSTANCE));
  }

  /** A minute of a histogram and of a summary. */
  private List<Increase> increases(String instance, Instant at) {
    List<Increase> increases = new ArrayList<>();
    int n = 0;
    for (String bound : BOUNDS) {
      n += 1 + random.nextInt(50);
      increases.add(increase(LATENCY, instance, bound, at, n));
    }
    for (String metric : List.of(LATENCY, RECONNECTS)) {
      increases.add(increase(metric, instance, Counter.SUM, at, 300 * random.nextDouble()));
      increases.add(increase(metric, instance, Counter.COUNT, at, n));
    }
    return increases;
  }

  private static Increase increase(
      String metric, String instance, String part, Instant at, double value) {
    return new Increase(
        new Counter(metric, instance, "series of " + instance, part), at.toEpochMilli(), value);
  }
}
