package comms.clickhouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * ClickHouse as a child process on the loopback interface, with random passwords. It is watched:
 * when it dies, it is started again with growing pauses, at the same address with the same
 * passwords, so that connection pools recover by themselves.
 *
 * <p>The child's last query reads its standard input, which this process holds open. When this
 * process ends, however it ends, the input ends, and the engine with it.
 */
class EmbeddedEngine implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(EmbeddedEngine.class);

  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(250);
  private static final Duration TIME_TO_STOP = Duration.ofSeconds(6);

  private final EngineDirectory directory;
  private final ClickHouseServer server;
  private final List<String> command;
  private final EngineStart start;
  private final Thread supervisor;

  private volatile Process process;
  private volatile boolean stopping;

  /**
   * Starts the engine and returns when it answers.
   *
   * @param dataDirectory the application's; the engine's own lies below it
   * @throws EngineUnavailable when the library is unfit, the directory taken, or it does not start
   */
  EmbeddedEngine(Path dataDirectory, EngineLibrary library) {
    directory = EngineDirectory.take(dataDirectory.resolve("clickhouse"));
    try {
      server =
          new ClickHouseServer(
              "http://127.0.0.1:" + freePort(),
              Login.withRandomPassword("comms_writer"),
              Login.withRandomPassword("comms_reader"));
      command = command(library, directory, server);
      start = new EngineStart(library, directory, server.url());
      Files.deleteIfExists(directory.output());
      process = start.firstTime(this::launch);
    } catch (IOException e) {
      directory.close();
      throw new EngineUnavailable("The ClickHouse engine cannot be started: " + e, e);
    } catch (RuntimeException e) {
      directory.close();
      throw e;
    }
    supervisor = Thread.ofPlatform().daemon().name("clickhouse-engine").start(this::supervise);
  }

  ClickHouseServer server() {
    return server;
  }

  /** The engine's process, a new one after each restart. */
  ProcessHandle process() {
    return process.toHandle();
  }

  /** What starts an engine in the directory that answers at the server's address. */
  static List<String> command(
      EngineLibrary library, EngineDirectory directory, ClickHouseServer server) {
    EngineConfiguration configuration = new EngineConfiguration(server.writer(), server.reader());
    Path users = directory.write("users.xml", configuration.users());
    Path config = directory.write("config.xml", configuration.engine(directory, users.toString()));
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        // Interpreted, collected serially, deaf to signals: the engine replaces the signal handlers
        // that compiled Java code would need, and this Java has nothing else to do.
        "-Xint",
        "-Xrs",
        "-Xmx64m",
        "-XX:+UseSerialGC",
        "--enable-native-access=ALL-UNNAMED",
        "-cp",
        directory.classPath(EngineProcess.class).toString(),
        EngineProcess.class.getName(),
        library.file().toString(),
        "--config-file=" + config,
        "--path=" + directory.store(),
        "--log-level=warning",
        "--listen_host=127.0.0.1",
        "--http_port=" + URI.create(server.url()).getPort(),
        "--query=SYSTEM START LISTEN HTTP;"
            + " SELECT count() FROM file('/dev/stdin', 'LineAsString') FORMAT Null");
  }

  private Process launch() {
    try {
      return launch(command, directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Process launch(List<String> command, EngineDirectory directory) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.appendTo(directory.output().toFile()));
    builder.environment().put("TZ", "UTC");
    builder.environment().keySet().removeIf(name -> name.startsWith("COMMS_"));
    return builder.start();
  }

  private void supervise() {
    Duration pause = SHORTEST_PAUSE;
    while (true) {
      try {
        Instant started = Instant.now();
        int code = process.waitFor();
        if (stopping) {
          return;
        }
        if (started.plus(LONGEST_PAUSE).isBefore(Instant.now())) {
          pause = SHORTEST_PAUSE;
        }
        log.warn(
            "The ClickHouse engine ended by itself (exit code {}, see {}); it is started again in"
                + " {} ms",
            code,
            directory.log(),
            pause.toMillis());
        Thread.sleep(pause);
        restart();
        pause =
            pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0
                ? pause.multipliedBy(2)
                : LONGEST_PAUSE;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void restart() throws InterruptedException {
    if (stopping) {
      return;
    }
    try {
      process = launch();
      start.awaitAnswer(process);
      log.info("The ClickHouse engine answers again");
    } catch (EngineUnavailable | UncheckedIOException e) {
      log.warn("The ClickHouse engine could not be started again: {}", e.getMessage());
    }
  }

  /** Ends the engine: it finishes what it writes, closes its store, and only then is gone. */
  @Override
  public void close() {
    stopping = true;
    supervisor.interrupt();
    try {
      supervisor.join(TIME_TO_STOP);
      EngineStart.stop(process, TIME_TO_STOP);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    } finally {
      directory.close();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }
}
