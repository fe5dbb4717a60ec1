package comms.faults;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import comms.clickhouse.EngineUnderTest;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The application as a process that is started, stopped and killed, at one address over one data
 * directory.
 */
final class ApplicationUnderTest implements AutoCloseable {

  private static final Duration START_LIMIT = Duration.ofMinutes(2);
  private static final long STOP_SECONDS = 60;

  /** Little enough that a backlog kept in memory would be seen. */
  private static final String HEAP = "-Xmx512m";

  private final Path log;
  private final URI address;
  private final String key = "phc_" + UUID.randomUUID().toString().replace("-", "");
  private final String token = UUID.randomUUID().toString();
  private final ProcessBuilder builder;
  private @Nullable Process process;

  /**
   * Prepares it, without starting it.
   *
   * @param storeUrl where the store answers, or what stands between
   * @param before what the command starts with, such as a tracer, or nothing
   * @param options of its JVM
   */
  ApplicationUnderTest(
      Path data, String storeUrl, EngineUnderTest store, List<String> before, List<String> options)
      throws IOException {
    int port = freePort();
    address = URI.create("http://127.0.0.1:" + port);
    log = data.resolveSibling("application.log");
    List<String> command = new ArrayList<>(before);
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dvaadin.productionMode=true",
            HEAP));
    command.addAll(options);
    command.addAll(List.of("-cp", classPath(), "comms.CommsAnalytics"));
    builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("COMMS_"));
    builder
        .environment()
        .putAll(
            Map.ofEntries(
                Map.entry("SERVER_PORT", String.valueOf(port)),
                Map.entry("COMMS_DATA_DIR", data.toString()),
                Map.entry("COMMS_DEMO", "false"),
                // Small disks are the point of some faults.
                Map.entry("COMMS_JOURNAL_MINDISKFREE", "32MB"),
                Map.entry("COMMS_INGEST_KEYS", key),
                Map.entry("COMMS_API_TOKENS", "faults:" + token),
                Map.entry("COMMS_ADMIN_PASSWORD", UUID.randomUUID().toString()),
                Map.entry("COMMS_CLICKHOUSE_URL", storeUrl),
                Map.entry("COMMS_CLICKHOUSE_USER", store.writer()),
                Map.entry("COMMS_CLICKHOUSE_PASSWORD", store.writerPassword()),
                Map.entry("COMMS_CLICKHOUSE_READER_USER", store.reader()),
                Map.entry("COMMS_CLICKHOUSE_READER_PASSWORD", store.readerPassword())));
    builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
  }

  URI address() {
    return address;
  }

  String key() {
    return key;
  }

  String token() {
    return token;
  }

  /** Starts it and returns at once. */
  void launch() throws IOException {
    process = builder.start();
  }

  /** Returns when it is ready for events. */
  void awaitReady() {
    Process started = running();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest question =
          HttpRequest.newBuilder(address.resolve("/actuator/health/readiness"))
              .timeout(Duration.ofSeconds(5))
              .build();
      await()
          .atMost(START_LIMIT)
          .pollInterval(Duration.ofMillis(50))
          .ignoreExceptionsInstanceOf(IOException.class)
          .until(
              () -> {
                if (!started.isAlive()) {
                  throw new AssertionError("The application ended while starting:\n" + log());
                }
                return client.send(question, BodyHandlers.discarding()).statusCode() == 200;
              });
    }
  }

  /** Ends it by {@code kill -9}. */
  void kill() throws InterruptedException {
    running().destroyForcibly().waitFor();
  }

  /** Asks it to stop, and waits. */
  void stop() throws IOException, InterruptedException {
    Process asked = running();
    // Of a tracer and its child it is the child that is asked.
    asked.children().findFirst().ifPresentOrElse(ProcessHandle::destroy, asked::destroy);
    if (!asked.waitFor(STOP_SECONDS, SECONDS)) {
      throw new AssertionError("The application did not stop in time:\n" + log());
    }
  }

  /** The memory that it really has, without what is swapped out; only where there is /proc. */
  long residentMegabytes() throws IOException {
    Path status = Path.of("/proc", String.valueOf(running().pid()), "status");
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElseThrow(() -> new IOException("The application has no memory any more"));
  }

  String log() throws IOException {
    return Files.readString(log);
  }

  @Override
  public void close() throws InterruptedException {
    Process last = process;
    if (last != null) {
      last.descendants().forEach(ProcessHandle::destroyForcibly);
      last.destroyForcibly().waitFor();
    }
  }

  private Process running() {
    Process current = process;
    if (current == null) {
      throw new IllegalStateException("The application was never started");
    }
    return current;
  }

  /** Without the tests' own classes, which are no part of the application. */
  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !Path.of(entry).endsWith("test-classes"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
