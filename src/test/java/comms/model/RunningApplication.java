package comms.model;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The application as a process of its own, set up through its environment alone. */
final class RunningApplication implements AutoCloseable {

  private static final Duration START_LIMIT = Duration.ofMinutes(2);

  private final Process process;
  private final Path log;
  private final Api api;

  private RunningApplication(Process process, Path log, Api api) {
    this.process = process;
    this.log = log;
    this.api = api;
  }

  /** Starts it over the data directory, without demo data, and waits until it is ready. */
  static RunningApplication start(Path data, String zone) {
    String token = UUID.randomUUID().toString();
    String key = "phc_" + UUID.randomUUID().toString().replace("-", "");
    int port = freePort();
    Path log = data.resolveSibling(data.getFileName() + "-" + port + ".log");
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-Dvaadin.productionMode=true",
            // It lives for a minute or two and mostly starts.
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            applicationClassPath(),
            "comms.CommsAnalytics");
    builder
        .environment()
        .putAll(
            Map.of(
                "SERVER_PORT",
                String.valueOf(port),
                "COMMS_DATA_DIR",
                data.toString(),
                "COMMS_ZONE",
                zone,
                "COMMS_DEMO",
                "false",
                "COMMS_INGEST_KEYS",
                key,
                "COMMS_API_TOKENS",
                "test:" + token,
                "COMMS_ADMIN_PASSWORD",
                UUID.randomUUID().toString()));
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    URI address = URI.create("http://127.0.0.1:" + port);
    try {
      RunningApplication application =
          new RunningApplication(builder.start(), log, new Api(address, key, token));
      application.awaitReady();
      return application;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Api api() {
    return api;
  }

  String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asks it to stop, as a person does with Ctrl-C, and waits. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("The application did not stop within 60 s:\n" + log());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void awaitReady() {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest question =
          HttpRequest.newBuilder(api.address().resolve("/actuator/health/readiness")).build();
      await()
          .atMost(START_LIMIT)
          .ignoreException(ConnectException.class)
          .until(
              () -> {
                if (!process.isAlive()) {
                  throw new AssertionError("The application ended while starting:\n" + log());
                }
                return client.send(question, BodyHandlers.discarding()).statusCode() == 200;
              });
    }
  }

  /** The class path without the tests' own classes, which are no part of the application. */
  private static String applicationClassPath() {
    List<String> entries =
        Arrays.asList(System.getProperty("java.class.path").split(File.pathSeparator));
    return entries.stream()
        .filter(entry -> !Path.of(entry).endsWith("test-classes"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
