package comms.telemetry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import comms.catalog.Dimension;
import comms.catalog.Metric;
import comms.catalog.Stat;
import comms.clickhouse.WithStore;
import comms.metrics.Interval;
import comms.metrics.MetricQuery;
import comms.metrics.Metrics;
import comms.metrics.TimeRange;
import comms.telemetry.TelemetrySettings.Server;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/**
 * Native histograms with custom bounds from the scrape to the figure. The Prometheus of the
 * distribution is too old for them, so a stand-in answers in the form of a newer one.
 */
@SpringBootTest(properties = "comms.metrics.least-age=0s")
@WithStore
class CustomBoundsIT {

  private static final Offset<Double> EXACTLY = Offset.offset(1e-9);
  private static final Instant HOUR = Instant.parse("2026-03-02T10:00:00Z");
  private static final int SCRAPES = 200;
  private static final double[] BOUNDS = {100, 250, 500, 1000, 2000};
  private static final double[] SHARES = {50, 30, 14, 4, 1.5, 0.5};

  @Autowired private TelemetryStore store;
  @Autowired private Metrics metrics;

  private final String suffix = UUID.randomUUID().toString();
  private final Map<String, StringBuilder> answers = new LinkedHashMap<>();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  /** A gateway's histogram: counts that grow, in whatever form they are scraped. */
  private final class Gateway {

    private final String name;
    private double[] bounds;
    private double[] counts;
    private double[] grown;
    private int scrape;

    Gateway(String name, double... bounds) {
      this.name = name + "-" + suffix;
      this.bounds = bounds;
      this.counts = new double[bounds.length + 1];
      this.grown = new double[bounds.length + 1];
    }

    /** Observations by bucket. */
    Gateway observe(double... observations) {
      for (int i = 0; i < observations.length; i++) {
        counts[i] += observations[i];
        grown[i] += observations[i];
      }
      return this;
    }

    Gateway restart(double... newBounds) {
      bounds = newBounds;
      counts = new double[newBounds.length + 1];
      return this;
    }

    Gateway miss(int scrapes) {
      scrape += scrapes;
      return this;
    }

    Gateway scrapeNative() {
      StringBuilder buckets = new StringBuilder();
      double all = 0;
      for (int i = 0; i < counts.length; i++) {
        all += counts[i];
        if (counts[i] != 0) {
          buckets.append(
              "%s[%d,\"%s\",\"%s\",\"%s\"]"
                  .formatted(
                      buckets.isEmpty() ? "" : ",",
                      i == 0 ? 3 : 0,
                      i == 0 ? "-Inf" : bounds[i - 1],
                      i == bounds.length ? "+Inf" : bounds[i],
                      counts[i]));
        }
      }
      return point("", "{\"count\":\"%s\",\"sum\":\"1\",\"buckets\":[%s]}".formatted(all, buckets));
    }

    Gateway scrapeStale() {
      return point("", "{\"count\":\"NaN\",\"sum\":\"NaN\"}");
    }

    Gateway scrapeClassic() {
      double all = 0;
      int at = scrape;
      for (int i = 0; i < counts.length; i++) {
        all += counts[i];
        scrape = at;
        point(i == bounds.length ? "+Inf" : "" + bounds[i], "\"" + all + "\"");
      }
      return this;
    }

    private Gateway point(String le, String value) {
      String bucket = le.isEmpty() ? "" : ",\"le\":\"" + le + "\"";
      answers
          .computeIfAbsent(
              "{\"__name__\":\"chat_ws_delivery_latency_ms%s\",\"instance\":\"%s\"%s}"
                  .formatted(le.isEmpty() ? "" : "_bucket", name, bucket),
              _ -> new StringBuilder())
          .append("%d %s\n".formatted(HOUR.getEpochSecond() + 5 + scrape++ * 15L, value));
      return this;
    }

    /** What Prometheus makes of these observations. */
    void assertFigures() {
      Map<Double, Double> cumulative = new TreeMap<>();
      double all = 0;
      for (int i = 0; i < grown.length; i++) {
        all += grown[i];
        cumulative.put(i == bounds.length ? Double.POSITIVE_INFINITY : bounds[i], all);
      }
      assertAre(cumulative, List.of(name));
    }
  }

  private Gateway working(String name, double[] bounds, double[] shares) {
    Gateway gateway = new Gateway(name, bounds).scrapeNative();
    for (int n = 1; n < SCRAPES; n++) {
      double[] observations = shares.clone();
      // Some buckets are filled late.
      observations[bounds.length] *= n > SCRAPES / 2 ? 2 : 0;
      gateway.observe(observations).scrapeNative();
    }
    return gateway;
  }

  @Test
  void quantilesAreLinearBetweenAnyBoundsOfTheirOwn() {
    double[] twos = {128, 256, 512, 1024};
    List<Gateway> gateways =
        List.of(
            working("few", BOUNDS, SHARES),
            working("one", new double[] {1000}, new double[] {97, 3}),
            working(
                "default",
                new double[] {5, 10, 25, 50, 75, 100, 250, 500, 750, 1000, 2500, 5000, 7500, 10000},
                new double[] {0, 0, 0, 0, 20, 30, 30, 14, 2, 2, 1.5, 0.5, 0, 0, 0}),
            working("twos", twos, new double[] {50, 20, 20, 7, 3}),
            working("twos-between", twos, new double[] {0, 20, 70, 10, 0}),
            working("seconds", new double[] {0.1, 0.25, 1}, new double[] {5, 3, 2, 1}),
            working("negative", new double[] {-5, 0, 5}, new double[] {1, 3, 80, 1}));
    importIn(Duration.ofMinutes(7));

    gateways.forEach(Gateway::assertFigures);
  }

  @Test
  void nothingIsLostThroughRestartsGapsAndStaleSamples() {
    Gateway gateway = new Gateway("restarts", BOUNDS).scrapeNative();
    for (int n = 1; n < 150; n++) {
      gateway.observe(5, 3, n > 100 ? 1 : 0, 0, 0, n > 120 ? 1 : 0);
      if (n % 40 == 39) {
        gateway.scrapeNative().restart(BOUNDS).miss(n % 9);
      } else if (n % 10 == 5) {
        gateway.scrapeStale();
      } else {
        gateway.scrapeNative();
      }
    }
    importIn(Duration.ofMinutes(3));

    gateway.assertFigures();
  }

  @Test
  void aSeriesMayBecomeNativeAndGoBack() {
    Gateway there = new Gateway("there", BOUNDS).scrapeClassic();
    Gateway back = new Gateway("back", BOUNDS).scrapeNative();
    Gateway both = new Gateway("both", BOUNDS).scrapeClassic();
    for (int n = 1; n < 100; n++) {
      there.observe(5, 3, 2, 1, 1, 1);
      back.observe(5, 3, 2, 1, 1, 1);
      both.observe(5, 3, 2, 1, 1, 1).scrapeNative();
      both.scrape--;
      both.scrapeClassic();
      if (n < 50) {
        there.scrapeClassic();
        back.scrapeNative();
      } else {
        there.scrapeNative();
        back.scrapeClassic();
      }
    }
    importIn(Duration.ofMinutes(60));

    there.assertFigures();
    back.assertFigures();
    both.assertFigures();
  }

  @Test
  void histogramsOfAllKindsAddUp() {
    Gateway old = working("old", BOUNDS, SHARES);
    Gateway fresh = new Gateway("fresh", BOUNDS).scrapeNative();
    for (int n = 1; n < 40; n++) {
      fresh.observe(10, 0, 0, 0, 0, 0).scrapeNative();
    }
    // Other bounds after a restart, so that a hundred lie evenly from 0 to 200 in all.
    fresh.restart(50, 200);
    for (int n = 1; n < 40; n++) {
      fresh.observe(5, 5, 0).scrapeNative();
    }
    Gateway classic = new Gateway("classic", BOUNDS).scrapeClassic();
    for (int n = 1; n < 40; n++) {
      classic.observe(20, 10, 0, 0, 0, 0).scrapeClassic();
    }
    importIn(Duration.ofMinutes(60));

    // 390 of them up to 100, and 390 of which half are up to 50 and half from there to 200.
    assertAre(
        Map.of(50.0, 390.0, 100.0, 650.0, 200.0, 780.0, Double.POSITIVE_INFINITY, 780.0),
        List.of(fresh.name));
    assertThat(figures(List.of(old.name, fresh.name, classic.name)).get(Stat.P50))
        .isBetween(50.0, 100.0);
    Map<Double, Double> sum = new TreeMap<>();
    double upTo = 0;
    for (int i = 0; i < BOUNDS.length; i++) {
      upTo += old.grown[i] + classic.grown[i];
      sum.put(BOUNDS[i], upTo);
    }
    sum.put(Double.POSITIVE_INFINITY, upTo + old.grown[BOUNDS.length]);
    assertAre(sum, List.of(old.name, classic.name));
  }

  @Test
  void aSchemaThatIsNotKnownIsToldAndNotGuessed() {
    Gateway gateway = new Gateway("odd", BOUNDS);
    for (int n = 1; n < 5; n++) {
      gateway.point(
          "",
          "{\"count\":\"%1$d\",\"sum\":\"1\",\"buckets\":[[2,\"1\",\"7\",\"%1$d\"]]}".formatted(n));
    }

    PrometheusSource source = importIn(Duration.ofMinutes(60));

    assertThat(source.state().unread()).hasSize(1).first().asString().contains(gateway.name);
    assertThat(figures(List.of(gateway.name)).values()).containsOnly(Double.NaN);
  }

  private void assertAre(Map<Double, Double> cumulative, Collection<String> instances) {
    Map<Stat, Double> figures = figures(instances);
    Map.of(Stat.P50, 0.5, Stat.P95, 0.95, Stat.P99, 0.99)
        .forEach(
            (stat, share) ->
                assertThat(figures.get(stat))
                    .as(stat + " of " + instances)
                    .isEqualTo(quantile(share, new TreeMap<>(cumulative)), EXACTLY));
  }

  /** From the hours; those from the minutes have to be the same. */
  private Map<Stat, Double> figures(Collection<String> instances) {
    Map<Stat, Double> byHour = figures(instances, HOUR);
    assertThat(figures(instances, HOUR.minusSeconds(60))).isEqualTo(byHour);
    return byHour;
  }

  private Map<Stat, Double> figures(Collection<String> instances, Instant from) {
    MetricQuery query =
        MetricQuery.of(
                Metric.WS_LATENCY,
                new TimeRange(from, HOUR.plus(Duration.ofHours(1))),
                Interval.TOTAL)
            .withFilters(Map.of(Dimension.INSTANCE, Set.copyOf(instances)));
    return metrics.query(query).series().stream()
        .filter(series -> series.stat() != Stat.MEAN)
        .collect(
            Collectors.toMap(
                series -> series.stat(),
                series ->
                    series.total().value() == null
                        ? Double.NaN
                        : Math.round(series.total().value() * 1e10) / 1e10));
  }

  private static double quantile(double share, TreeMap<Double, Double> cumulative) {
    double rank = share * cumulative.lastEntry().getValue();
    double start = 0;
    double before = 0;
    for (Map.Entry<Double, Double> bucket : cumulative.entrySet()) {
      double bound = bucket.getKey();
      double count = bucket.getValue();
      if (count >= rank) {
        if (Double.isInfinite(bound)) {
          return start;
        }
        boolean lowest = bound == cumulative.firstKey() && bound <= 0;
        return lowest ? bound : start + (bound - start) * (rank - before) / (count - before);
      }
      start = bound;
      before = count;
    }
    throw new AssertionError();
  }

  private PrometheusSource importIn(Duration step) {
    TelemetrySettings settings = TestSettings.withStep(step);
    Server stub =
        new Server(
            "test", "http://127.0.0.1:" + server.getAddress().getPort(), null, null, null, null);
    PrometheusSource source =
        new PrometheusSource(Address.of(stub), Clock.systemUTC(), new SimpleMeterRegistry());
    new SourceImport(
            suffix,
            new ScrapedMetrics(settings, ""),
            new PrometheusClient(stub, Address.of(stub), settings),
            store,
            settings,
            source)
        .importUpToNow(() -> true);
    return source;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String form =
        URLDecoder.decode(new String(exchange.getRequestBody().readAllBytes(), UTF_8), UTF_8);
    String data =
        form.contains("vector(")
            ? "{\"resultType\":\"vector\",\"result\":[{\"metric\":{},\"value\":[1,\"%d\"]}]}"
                .formatted(HOUR.plus(Duration.ofMinutes(61)).getEpochSecond())
            : matrix(form);
    byte[] body = "{\"status\":\"success\",\"data\":%s}".formatted(data).getBytes(UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private String matrix(String form) {
    Matcher range = Pattern.compile("\\[(\\d+)ms]").matcher(form);
    Matcher time = Pattern.compile("time=([^&]+)").matcher(form);
    assertThat(range.find() && time.find()).as(form).isTrue();
    Instant end = Instant.parse(time.group(1));
    Instant start = end.minusMillis(Long.parseLong(range.group(1)));
    List<String> series = new ArrayList<>();
    answers.forEach(
        (labels, lines) -> {
          String points =
              lines
                  .toString()
                  .lines()
                  .map(line -> line.split(" ", 2))
                  .filter(point -> !Instant.ofEpochSecond(Long.parseLong(point[0])).isAfter(end))
                  .filter(point -> Instant.ofEpochSecond(Long.parseLong(point[0])).isAfter(start))
                  .map(point -> "[" + point[0] + "," + point[1] + "]")
                  .collect(Collectors.joining(","));
          if (!points.isEmpty()) {
            String kind = labels.contains("\"le\"") ? "values" : "histograms";
            series.add("{\"metric\":%s,\"%s\":[%s]}".formatted(labels, kind, points));
          }
        });
    return "{\"resultType\":\"matrix\",\"result\":[%s]}".formatted(String.join(",", series));
  }
}
