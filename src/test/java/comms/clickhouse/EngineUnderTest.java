package comms.clickhouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * An engine that nobody watches over: it is stopped, killed, frozen and started again by hand, at
 * the same address with the same passwords. It is the application's own, but for its supervisor.
 */
public final class EngineUnderTest implements AutoCloseable {

  private static final Duration TIME_TO_STOP = Duration.ofSeconds(20);

  private final EngineDirectory directory;
  private final ClickHouseServer server;
  private final List<String> command;
  private final EngineStart start;
  private Process process;

  private EngineUnderTest(EngineDirectory directory, ClickHouseServer server) throws IOException {
    EngineLibrary library = EngineLibrary.find(null);
    this.directory = directory;
    this.server = server;
    this.command = EmbeddedEngine.command(library, directory, server);
    this.start = new EngineStart(library, directory, server.url());
    this.process = start.firstTime(this::launch);
  }

  /** Starts it and returns when it answers. */
  public static EngineUnderTest start(Path dataDirectory) throws IOException {
    EngineDirectory directory = EngineDirectory.take(dataDirectory.resolve("clickhouse"));
    try {
      ClickHouseServer server =
          new ClickHouseServer(
              "http://127.0.0.1:" + freePort(),
              Login.withRandomPassword("comms_writer"),
              Login.withRandomPassword("comms_reader"));
      return new EngineUnderTest(directory, server);
    } catch (IOException | RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  /** Where the engine of that data directory keeps its tables. */
  public static Path store(Path dataDirectory) {
    return dataDirectory.resolve("clickhouse").resolve("store");
  }

  public String url() {
    return server.url();
  }

  public String writer() {
    return server.writer().user();
  }

  public String writerPassword() {
    return server.writer().password();
  }

  public String reader() {
    return server.reader().user();
  }

  public String readerPassword() {
    return server.reader().password();
  }

  /** Starts it again after it was stopped or killed, and returns when it answers. */
  public void startAgain() throws IOException {
    process = start.firstTime(this::launch);
  }

  /** Ends it in good order. */
  public void stop() throws InterruptedException {
    EngineStart.stop(process, TIME_TO_STOP);
  }

  /** Ends it by {@code kill -9}. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Lets it stand still, with its port open and its connections kept. */
  public void freeze() throws IOException, InterruptedException {
    signal("STOP");
  }

  public void thaw() throws IOException, InterruptedException {
    signal("CONT");
  }

  private void signal(String name) throws IOException, InterruptedException {
    Process kill =
        new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).inheritIO().start();
    if (!kill.waitFor(10, TimeUnit.SECONDS) || kill.exitValue() != 0) {
      throw new IOException("The engine could not be sent SIG" + name);
    }
  }

  private Process launch() {
    try {
      return EmbeddedEngine.launch(command, directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws InterruptedException {
    process.destroyForcibly().waitFor();
    directory.close();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
