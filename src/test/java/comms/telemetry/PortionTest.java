package comms.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class PortionTest {

  private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");
  private static final Instant END = START.plus(Duration.ofMinutes(10));

  private final ScrapedMetrics metrics =
      new ScrapedMetrics(
          new TelemetrySettings(
              List.of(),
              "lat",
              "rec",
              Duration.ofSeconds(30),
              Duration.ofSeconds(30),
              Duration.ofDays(15),
              Duration.ofHours(1),
              Duration.ofSeconds(20),
              DataSize.ofMegabytes(32),
              Duration.ofMinutes(2)),
          "{job=\"chat\"}");

  @Test
  void asksForAllCountersOfBothMetricsAtOnce() {
    assertThat(metrics.query())
        .isEqualTo(
            "{__name__=~\"lat_sum|lat_count|lat_bucket|rec_sum|rec_count|lat|rec\", job=\"chat\"}");
  }

  @Test
  void storesUnderTheNamesAndLabelsOfOurOwn() {
    Portion portion =
        of(Map.of(), series("lat_bucket", "100", "a", 1, 3), series("rec_sum", "", "a", 5, 9));

    assertThat(portion.increases())
        .containsExactlyInAnyOrder(
            new Increase(bucket("a", 100), START.toEpochMilli(), 2),
            new Increase(
                new Counter(
                    "ws_reconnect_attempts", "a", "{instance=\"a\", job=\"chat\"}", Counter.SUM),
                START.toEpochMilli(),
                4));
    assertThat(portion.series()).isEqualTo(2);
    assertThat(portion.position().importedTo()).isEqualTo(END);
  }

  @Test
  void aBoundIsOneNumberHoweverItIsWritten() {
    Portion first = of(Map.of(), series("lat_bucket", "100", "a", 1, 3));
    Portion next =
        Portion.of(
            metrics,
            first.position().last(),
            List.of(series("lat_bucket", "1e2", "a", 4, 6)).stream().map(this::later).toList(),
            END,
            END.plus(Duration.ofMinutes(1)));

    assertThat(next.increases())
        .containsExactly(new Increase(bucket("a", 100), END.toEpochMilli(), 3));
    assertThat(metrics.counter(Map.of("__name__", "lat_bucket", "le", "+Inf")))
        .hasValueSatisfying(counter -> assertThat(counter.bound()).isInfinite());
    assertThat(metrics.counter(Map.of("__name__", "lat_bucket", "le", "many"))).isEmpty();
    assertThat(metrics.counter(Map.of("__name__", "lat", "quantile", "0.5"))).isEmpty();
  }

  @Test
  void aSeriesThatVanishesKeepsItsPlaceAndANewOneBeginsWithItsFirstSample() {
    Portion first = of(Map.of(), series("lat_bucket", "100", "a", 1, 3));
    Portion second = of(first.position().last(), series("lat_bucket", "100", "b", 50, 51));

    assertThat(second.increases())
        .containsExactly(new Increase(bucket("b", 100), START.toEpochMilli(), 1));
    assertThat(second.position().last()).containsOnlyKeys(bucket("b", 100));
  }

  @Test
  void bucketsWithOtherBoundsAreCountersOfTheirOwn() {
    Map<Counter, Sample> before = new HashMap<>();
    before.put(bucket("a", 100), new Sample(START.toEpochMilli() - 1, 10));
    before.put(bucket("a", Double.POSITIVE_INFINITY), new Sample(START.toEpochMilli() - 1, 20));

    Portion portion =
        of(before, series("lat_bucket", "200", "a", 1, 2), series("lat_bucket", "+Inf", "a", 2, 4));

    assertThat(portion.increases())
        .containsExactlyInAnyOrder(
            new Increase(bucket("a", 200), START.toEpochMilli(), 1),
            new Increase(bucket("a", Double.POSITIVE_INFINITY), START.toEpochMilli(), 4));
  }

  @Test
  void anIdleMinuteIsLeftOutAndABusyOneKeepsAllItsBuckets() {
    Portion portion =
        of(
            Map.of(),
            series("lat_bucket", "100", "a", 1, 1),
            series("lat_bucket", "+Inf", "a", 1, 4),
            series("lat_bucket", "+Inf", "b", 7, 7));

    assertThat(portion.increases())
        .extracting(increase -> increase.counter().instance(), Increase::value)
        .containsExactlyInAnyOrder(tuple("a", 0.0), tuple("a", 3.0));
  }

  @Test
  void samplesBeforeTheSpanOnlySayWhereACounterStoodAndLaterOnesAreLeft() {
    RawSeries series =
        new RawSeries(
            labels("lat_bucket", "100", "a"),
            List.of(
                new Sample(START.minusSeconds(70).toEpochMilli(), 1),
                new Sample(START.minusSeconds(10).toEpochMilli(), 5),
                new Sample(START.toEpochMilli(), 6),
                new Sample(END.toEpochMilli(), 60)));

    Portion portion = Portion.of(metrics, Map.of(), List.of(series), START, END);

    assertThat(portion.increases())
        .containsExactly(new Increase(bucket("a", 100), START.toEpochMilli(), 1));
    assertThat(portion.position().last())
        .containsExactly(Map.entry(bucket("a", 100), new Sample(START.toEpochMilli(), 6)));
  }

  /** However a time is cut into steps, the increases are the same. */
  @Test
  void stepsOfAnyLengthComeToTheSame() {
    List<Sample> samples = new ArrayList<>();
    double value = 0;
    for (int n = 0; n < 600; n++) {
      value = n % 97 == 96 ? n % 5 : value + n % 7;
      samples.add(new Sample(START.toEpochMilli() + n * 1_700L, value));
    }
    RawSeries series = new RawSeries(labels("lat_bucket", "+Inf", "a"), samples);

    assertThat(inSteps(series, 1)).isEqualTo(inSteps(series, 20)).isEqualTo(inSteps(series, 3));
  }

  private Map<Long, Double> inSteps(RawSeries series, int minutes) {
    Map<Counter, Sample> last = new HashMap<>();
    Map<Long, Double> all = new TreeMap<>();
    Instant end = START.plus(Duration.ofMinutes(20));
    for (Instant from = START; from.isBefore(end); from = from.plus(Duration.ofMinutes(minutes))) {
      Portion portion =
          Portion.of(metrics, last, List.of(series), from, from.plus(Duration.ofMinutes(minutes)));
      portion.increases().forEach(increase -> all.put(increase.minute(), increase.value()));
      last.putAll(portion.position().last());
    }
    return all;
  }

  private Portion of(Map<Counter, Sample> last, RawSeries... answer) {
    return Portion.of(metrics, last, List.of(answer), START, END);
  }

  /** Two samples in the first minute of the span. */
  private static RawSeries series(
      String name, String le, String instance, double first, double second) {
    return new RawSeries(
        labels(name, le, instance),
        List.of(
            new Sample(START.toEpochMilli(), first),
            new Sample(START.plusSeconds(15).toEpochMilli(), second)));
  }

  private RawSeries later(RawSeries series) {
    long shift = Duration.between(START, END).toMillis();
    return new RawSeries(
        series.labels(),
        series.samples().stream()
            .map(sample -> new Sample(sample.at() + shift, sample.value()))
            .toList());
  }

  private static Map<String, String> labels(String name, String le, String instance) {
    Map<String, String> labels =
        new HashMap<>(Map.of("__name__", name, "instance", instance, "job", "chat"));
    if (!le.isEmpty()) {
      labels.put("le", le);
    }
    return labels;
  }

  private static Counter bucket(String instance, double bound) {
    return new Counter(
        "chat_ws_delivery_latency_ms",
        instance,
        "{instance=\"" + instance + "\", job=\"chat\"}",
        Double.toString(bound));
  }
}
