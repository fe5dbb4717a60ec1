package comms.telemetry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.expositionformats.PrometheusProtobufWriter;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.Exemplars;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.NativeHistogramBuckets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Gateways whose counters a real Prometheus scrapes. Each scrape takes a gateway 15 seconds on, as
 * far as the test lets it, and the samples carry that time; so minutes pass as fast as scrapes.
 */
final class TestExporter implements AutoCloseable {

  static final Duration TICK = Duration.ofSeconds(15);

  /** Eight buckets to a doubling. */
  private static final int SCHEMA = 3;

  private final Instant start;
  private final Map<String, Gateway> gateways = new ConcurrentSkipListMap<>();
  private final HttpServer server;
  private volatile int limit;

  TestExporter(Instant start) {
    this.start = start;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::scrape);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** The gateway begins, or begins again at zero; scraped at {@code /name}. */
  void restart(String name, double... bounds) {
    begin(name, bounds, false);
  }

  /** The same with a native histogram. */
  void restartNative(String name) {
    begin(name, new double[0], true);
  }

  private void begin(String name, double[] bounds, boolean isNative) {
    gateways.compute(
        name, (_, old) -> new Gateway(name, old == null ? limit - 1 : old.tick, bounds, isNative));
  }

  /** The gateway is gone: scrapes of it fail. */
  void remove(String name) {
    gateways.remove(name);
  }

  /** The gateways go on working while nobody scrapes them. */
  void workUnseen(int ticks) {
    limit += ticks;
    gateways.values().forEach(gateway -> gateway.work(ticks));
  }

  /** Lets time go on by a tick. */
  void goOn() {
    limit++;
  }

  /** How far time has gone on. */
  Instant now() {
    return at(limit);
  }

  /** The time of that tick. */
  Instant at(int tick) {
    return start.plus(TICK.multipliedBy(tick));
  }

  private void scrape(HttpExchange exchange) throws IOException {
    Gateway gateway = gateways.get(exchange.getRequestURI().getPath().substring(1));
    if (gateway == null) {
      exchange.sendResponseHeaders(404, -1);
      exchange.close();
      return;
    }
    byte[] body = gateway.scraped();
    exchange
        .getResponseHeaders()
        .set(
            "Content-Type",
            gateway.isNative ? PrometheusProtobufWriter.CONTENT_TYPE : "text/plain; version=0.0.4");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private final class Gateway {

    private final Map<Double, Integer> buckets = new TreeMap<>();
    private final Map<Integer, Long> places = new TreeMap<>();
    private final Random random;
    private final boolean isNative;
    private int tick;
    private double latencies;
    private int messages;
    private int attempts;
    private int connections;

    Gateway(String name, int tick, double[] bounds, boolean isNative) {
      this.isNative = isNative;
      for (double bound : bounds) {
        buckets.put(bound, 0);
      }
      buckets.put(Double.POSITIVE_INFINITY, 0);
      this.random = new Random(name.hashCode() + tick);
      this.tick = tick;
    }

    synchronized byte[] scraped() throws IOException {
      if (tick < limit) {
        work(1);
      }
      if (!isNative) {
        return text().getBytes(StandardCharsets.UTF_8);
      }
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      new PrometheusProtobufWriter().write(body, snapshots(), EscapingScheme.DEFAULT);
      return body.toByteArray();
    }

    private MetricSnapshots snapshots() {
      NativeHistogramBuckets.Builder populated = NativeHistogramBuckets.builder();
      places.forEach(populated::bucket);
      return MetricSnapshots.of(
          histogram("chat_ws_delivery_latency_ms", populated.build(), latencies),
          histogram(
              "ws_reconnect_attempts",
              NativeHistogramBuckets.builder().bucket(0, connections).build(),
              attempts));
    }

    private HistogramSnapshot histogram(String name, NativeHistogramBuckets buckets, double sum) {
      return new HistogramSnapshot(
          new MetricMetadata(name),
          List.of(
              new HistogramSnapshot.HistogramDataPointSnapshot(
                  ClassicHistogramBuckets.EMPTY,
                  SCHEMA,
                  0,
                  1e-9,
                  buckets,
                  NativeHistogramBuckets.EMPTY,
                  sum,
                  Labels.EMPTY,
                  Exemplars.EMPTY,
                  0,
                  at(tick).toEpochMilli())));
    }

    private String text() {
      long at = at(tick).toEpochMilli();
      List<String> lines = new ArrayList<>();
      lines.add("# TYPE chat_ws_delivery_latency_ms histogram");
      buckets.forEach(
          (bound, count) ->
              lines.add(
                  "chat_ws_delivery_latency_ms_bucket{le=\"%s\"} %d %d"
                      .formatted(bound.isInfinite() ? "+Inf" : bound, count, at)));
      lines.add("chat_ws_delivery_latency_ms_sum %s %d".formatted(latencies, at));
      lines.add("chat_ws_delivery_latency_ms_count %d %d".formatted(messages, at));
      lines.add("# TYPE ws_reconnect_attempts summary");
      lines.add("ws_reconnect_attempts{quantile=\"0.5\"} 1 %d".formatted(at));
      lines.add("ws_reconnect_attempts_sum %d %d".formatted(attempts, at));
      lines.add("ws_reconnect_attempts_count %d %d".formatted(connections, at));
      return String.join("\n", lines) + "\n";
    }

    synchronized void work(int ticks) {
      for (int n = 0; n < ticks; n++) {
        tick++;
        work();
      }
    }

    private void work() {
      for (int n = random.nextInt(1, 40); n > 0; n--) {
        double latency = Math.exp(5 + random.nextGaussian());
        latencies += latency;
        messages++;
        places.merge((int) Math.ceil(8 * Math.log(latency) / Math.log(2)), 1L, Long::sum);
        buckets.replaceAll((bound, count) -> latency <= bound ? count + 1 : count);
      }
      int connected = random.nextInt(1, 5);
      connections += connected;
      attempts += connected * (1 + random.nextInt(4));
    }
  }
}
