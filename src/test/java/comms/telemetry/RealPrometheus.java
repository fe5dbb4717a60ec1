package comms.telemetry;

import static org.awaitility.Awaitility.await;

import comms.telemetry.TelemetrySettings.Server;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A Prometheus of the distribution, scraping the gateways of a test exporter. */
final class RealPrometheus implements AutoCloseable {

  private static final Duration DEADLINE = Duration.ofSeconds(60);

  private final Path directory =
      Path.of("target", "prometheus", UUID.randomUUID().toString()).toAbsolutePath();
  private final int port = freePort();
  private @Nullable Process process;

  RealPrometheus(TestExporter exporter, String... gateways) {
    try {
      Files.createDirectories(directory);
      Files.writeString(directory.resolve("prometheus.yml"), configuration(exporter, gateways));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String configuration(TestExporter exporter, String... gateways) {
    return """
        global: {scrape_interval: 100ms, scrape_timeout: 100ms}
        scrape_configs:
        """
        + Stream.of(gateways)
            .map(
                gateway ->
                    """
                    - job_name: %1$s
                      metrics_path: /%1$s
                      static_configs:
                        - targets: ['127.0.0.1:%2$d']
                          labels: {instance: %1$s}
                    """
                        .formatted(gateway, exporter.port())
                        .indent(2))
            .collect(Collectors.joining());
  }

  /** Starts it, again with the data that it has. */
  void start() {
    try {
      process =
          new ProcessBuilder(
                  program(),
                  "--config.file=prometheus.yml",
                  "--storage.tsdb.path=data",
                  "--enable-feature=native-histograms",
                  "--web.listen-address=127.0.0.1:" + port)
              .directory(directory.toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(directory.resolve("log").toFile()))
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    await().atMost(DEADLINE).pollInterval(Duration.ofMillis(50)).until(this::answers);
  }

  void kill() {
    if (process != null) {
      process.destroyForcibly().onExit().join();
    }
  }

  @Override
  public void close() {
    kill();
  }

  Server server(String name) {
    return new Server(name, "http://127.0.0.1:" + port, null, null, null, null);
  }

  /** A client for which it is a given time. */
  PrometheusClient client(Supplier<Instant> now) {
    Server server = server("test");
    return new PrometheusClient(
        server, Address.of(server), TestSettings.withStep(Duration.ofMinutes(1))) {
      @Override
      Instant now() {
        return now.get();
      }
    };
  }

  /** Waits until the gateways have been scraped up to that moment. */
  void awaitScraped(Instant at, String... gateways) {
    await()
        .atMost(DEADLINE)
        .pollInterval(Duration.ofMillis(50))
        .until(
            () ->
                gateways.length
                    == client(() -> at)
                        .samples(
                            "{__name__=~\"ws_reconnect_attempts(_count)?\"}", at, at.plusMillis(1))
                        .stream()
                        .filter(series -> !series.samples().isEmpty())
                        .filter(series -> isCount(series.labels()))
                        .filter(series -> List.of(gateways).contains(instance(series.labels())))
                        .count());
  }

  private static boolean isCount(Map<String, String> labels) {
    return labels.getOrDefault("__name__", "").endsWith("_count");
  }

  private static String instance(Map<String, String> labels) {
    return labels.getOrDefault("instance", "");
  }

  /** What it answers itself to an expression that is one number. */
  double value(String expression, Instant at) {
    return client(() -> at).query(expression, at, "vector").stream()
        .map(PrometheusAnswer.Series::value)
        .flatMap(Stream::ofNullable)
        .mapToDouble(point -> point.sample().value())
        .findFirst()
        .orElseThrow(() -> new AssertionError("no answer to " + expression));
  }

  private boolean answers() {
    try {
      return !client(Instant::now).query("vector(1)", null, "vector").isEmpty();
    } catch (PrometheusFailure _) {
      return false;
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String program() {
    String configured = System.getenv("COMMS_TEST_PROMETHEUS");
    if (configured != null && !configured.isBlank()) {
      return configured;
    }
    return Optional.ofNullable(System.getenv("PATH")).stream()
        .flatMap(path -> Stream.of(path.split(File.pathSeparator, -1)))
        .map(folder -> Path.of(folder, "prometheus"))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException("no Prometheus on the PATH; set COMMS_TEST_PROMETHEUS"));
  }
}
