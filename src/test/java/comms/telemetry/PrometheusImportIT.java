package comms.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comms.catalog.Dimension;
import comms.catalog.Metric;
import comms.catalog.Stat;
import comms.clickhouse.WithStore;
import comms.metrics.Interval;
import comms.metrics.MetricQuery;
import comms.metrics.MetricResult;
import comms.metrics.Metrics;
import comms.metrics.TimeRange;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/**
 * What a real Prometheus has scraped, against its own answers. It extrapolates an increase to the
 * borders of the period that it is asked about; asked from one sample to another it does not, and
 * its figures are those of the samples.
 */
@SpringBootTest(properties = "comms.metrics.least-age=0s")
@WithStore
class PrometheusImportIT {

  private static final Offset<Double> EXACTLY = Offset.offset(1e-9);
  private static final int TICKS_A_MINUTE = 4;
  private static final double[] BOUNDS = {50, 100, 250, 500, 1000, 2000};

  @Autowired private TelemetryStore store;
  @Autowired private Metrics metrics;

  private final String suffix = UUID.randomUUID().toString();
  private final String a = "a-" + suffix;
  private final String b = "b-" + suffix;
  private final String c = "c-" + suffix;
  private final TestExporter exporter =
      new TestExporter(Instant.now().truncatedTo(ChronoUnit.MINUTES).minus(45, ChronoUnit.MINUTES));
  private final RealPrometheus prometheus = new RealPrometheus(exporter, a, b, c);

  /** How the server is asked for the increase of series. */
  private String increase = "increase(%s[RANGE])";

  @BeforeEach
  void start() {
    exporter.restart(a, BOUNDS);
    exporter.restart(b, BOUNDS);
    prometheus.start();
  }

  @AfterEach
  void stop() {
    prometheus.close();
    exporter.close();
  }

  @Test
  void agreesWithTheServerThroughResetsRestartsAndOutagesOfEitherSide() {
    scrapeMinutes(2, a, b);
    importer(store, 1).importUpToNow(() -> true);
    assertAgreesOver(1, 2);

    exporter.restart(a, BOUNDS);
    scrapeMinutes(4, a, b);
    prometheus.kill();
    assertThatThrownBy(() -> importer(store, 1).importUpToNow(() -> true))
        .isInstanceOf(PrometheusFailure.class);
    exporter.restart(b, BOUNDS);
    exporter.workUnseen(3 * TICKS_A_MINUTE);
    prometheus.start();
    scrapeMinutes(9, a, b);
    importer(store, 2).importUpToNow(() -> true);

    assertAgreesOver(1, 9);
    assertAgreesOver(3, 8);
    IntStream.of(1, 2, 3, 8).forEach(minute -> assertAgreesOver(minute, minute + 1));
  }

  @Test
  void agreesWithTheServerWhenBoundsChangeAndSeriesComeAndGo() {
    scrapeMinutes(2, a, b);
    exporter.restart(a, 100, 200, 300, 1000);
    exporter.remove(b);
    scrapeMinutes(4, a);
    exporter.restart(c, BOUNDS);
    scrapeMinutes(6, a, c);
    importer(store, 60).importUpToNow(() -> true);

    // Asked from one sample to the next, the server extrapolates nothing for those that come or go.
    increase = "sum_over_time(increase(%s[15s])[PAIRS:15s])";
    IntStream.range(1, 6).forEach(from -> assertAgreesOver(from, 6));
    assertAgreesOver(1, 3);
  }

  @Test
  void agreesWithTheServerOnNativeHistograms() {
    exporter.restartNative(a);
    exporter.restartNative(b);
    scrapeMinutes(2, a, b);
    exporter.restartNative(b);
    scrapeMinutes(4, a, b);
    importer(store, 1).importUpToNow(() -> true);

    Instant from = exporter.at(TICKS_A_MINUTE);
    Instant to = exporter.at(4 * TICKS_A_MINUTE);
    String latencies =
        "sum(increase(chat_ws_delivery_latency_ms{instance=~\"%s|%s\"}[RANGE]))".formatted(a, b);
    String attempts = latencies.replace("chat_ws_delivery_latency_ms", "ws_reconnect_attempts");
    MetricQuery latency = question(Metric.WS_LATENCY, from, to, Set.of(a, b));
    assertThat(figure(latency, Stat.P95))
        .isEqualTo(theirs("histogram_quantile(0.95, " + latencies + ")", from, to), EXACTLY);
    assertThat(figure(latency, Stat.P99))
        .isEqualTo(theirs("histogram_quantile(0.99, " + latencies + ")", from, to), EXACTLY);
    assertThat(figure(latency, Stat.MEAN)).isEqualTo(theirs(mean(latencies), from, to), EXACTLY);
    assertThat(figure(question(Metric.WS_RECONNECTS, from, to, Set.of(a, b)), Stat.VALUE))
        .isEqualTo(theirs(mean(attempts), from, to), EXACTLY);
  }

  private static String mean(String histograms) {
    return "histogram_sum(%1$s) / histogram_count(%1$s)".formatted(histograms);
  }

  @Test
  void aMinuteCountsOnceWhoeverImportsItAndWhateverIsCutOff() {
    scrapeMinutes(5, a, b);
    AtomicBoolean cut = new AtomicBoolean(true);
    TelemetryStore cutOff = new CutOff(store, cut);
    assertThatThrownBy(() -> importer(cutOff, 3).importUpToNow(() -> true))
        .hasMessage("killed between both writes");
    CompletableFuture.allOf(
            IntStream.range(0, 3)
                .mapToObj(
                    node ->
                        CompletableFuture.runAsync(
                            () -> importer(store, node + 1).importUpToNow(() -> true)))
                .toArray(CompletableFuture[]::new))
        .join();

    assertAgreesOver(1, 5);
    IntStream.range(1, 5).forEach(minute -> assertAgreesOver(minute, minute + 1));
  }

  private record CutOff(TelemetryStore store, AtomicBoolean cut) implements TelemetryStore {

    @Override
    public Optional<Position> position(String source, String query) {
      return store.position(source, query);
    }

    @Override
    public void add(String source, List<Increase> increases) {
      store.add(source, increases);
    }

    @Override
    public void advance(String source, String query, Position position) {
      if (!position.last().isEmpty() && cut.getAndSet(false)) {
        throw new IllegalStateException("killed between both writes");
      }
      store.advance(source, query, position);
    }
  }

  /**
   * Lets the gateways be scraped until that many minutes after the start are over: tick by tick,
   * since a scrape that the server gives up on takes a gateway on all the same.
   */
  private void scrapeMinutes(int minutes, String... gateways) {
    while (exporter.now().isBefore(exporter.at(minutes * TICKS_A_MINUTE))) {
      exporter.goOn();
      prometheus.awaitScraped(exporter.now(), gateways);
    }
  }

  private SourceImport importer(TelemetryStore into, int stepMinutes) {
    TelemetrySettings settings = TestSettings.withStep(Duration.ofMinutes(stepMinutes));
    return new SourceImport(
        suffix,
        new ScrapedMetrics(settings, "instance=~\"(a|b|c)-" + suffix + "\""),
        prometheus.client(exporter::now),
        into,
        settings,
        new PrometheusSource(
            Address.of(prometheus.server("test")), Clock.systemUTC(), new SimpleMeterRegistry()));
  }

  /** Over those minutes, p50, p95, p99 and both means; over all gateways and for each. */
  private void assertAgreesOver(int fromMinute, int toMinute) {
    Instant from = exporter.at(fromMinute * TICKS_A_MINUTE);
    Instant to = exporter.at(toMinute * TICKS_A_MINUTE);
    for (Set<String> instances : List.of(Set.of(a, b, c), Set.of(a))) {
      MetricQuery latency = question(Metric.WS_LATENCY, from, to, instances);
      String series = "{instance=~\"" + String.join("|", instances) + "\"}";
      Map.of(Stat.P50, 0.5, Stat.P95, 0.95, Stat.P99, 0.99)
          .forEach(
              (stat, quantile) ->
                  assertThat(figure(latency, stat))
                      .as("%s of %s in minutes %d to %d", stat, instances, fromMinute, toMinute)
                      .isEqualTo(
                          theirs(
                              "histogram_quantile(%s, sum by (le) (%s))"
                                  .formatted(
                                      quantile,
                                      increase.formatted(
                                          "chat_ws_delivery_latency_ms_bucket" + series)),
                              from,
                              to),
                          EXACTLY));
      assertThat(figure(latency, Stat.MEAN))
          .isEqualTo(theirs(mean("chat_ws_delivery_latency_ms", series), from, to), EXACTLY);
      assertThat(figure(question(Metric.WS_RECONNECTS, from, to, instances), Stat.VALUE))
          .isEqualTo(theirs(mean("ws_reconnect_attempts", series), from, to), EXACTLY);
    }
  }

  private String mean(String metric, String series) {
    return "sum(%s) / sum(%s)"
        .formatted(
            increase.formatted(metric + "_sum" + series),
            increase.formatted(metric + "_count" + series));
  }

  /** From the last sample before the first minute to the last one within the last minute. */
  private double theirs(String expression, Instant from, Instant to) {
    Duration range = Duration.between(from, to);
    return prometheus.value(
        expression
            .replace("RANGE", range.toSeconds() + "s")
            .replace("PAIRS", range.minus(TestExporter.TICK).toSeconds() + "s"),
        to.minus(TestExporter.TICK));
  }

  private static MetricQuery question(
      Metric metric, Instant from, Instant to, Set<String> instances) {
    return MetricQuery.of(metric, new TimeRange(from, to), Interval.TOTAL)
        .withFilters(Map.of(Dimension.INSTANCE, instances));
  }

  private double figure(MetricQuery query, Stat stat) {
    MetricResult result = metrics.query(query);
    Double value =
        result.series().stream()
            .filter(series -> series.stat() == stat)
            .map(series -> series.total().value())
            .findFirst()
            .orElseThrow(() -> new AssertionError("no " + stat + " in " + result));
    assertThat(value).as(stat + " of " + query).isNotNull();
    return value;
  }
}
