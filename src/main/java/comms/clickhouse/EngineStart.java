package comms.clickhouse;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the engine's process from launched to answering, or says why it cannot be. */
class EngineStart {

  private static final Logger log = LoggerFactory.getLogger(EngineStart.class);

  /** A large store on a cold disk takes its time to open. */
  private static final Duration TIME_TO_ANSWER = Duration.ofMinutes(2);

  /** The engine of an application that was killed needs a moment to let go of the store. */
  private static final Duration TIME_TO_INHERIT = Duration.ofSeconds(40);

  private static final Duration PING = Duration.ofSeconds(1);
  private static final Duration POLL = Duration.ofMillis(50);
  private static final Duration RETRY = Duration.ofSeconds(1);

  private final EngineLibrary library;
  private final EngineDirectory directory;
  private final HttpRequest ping;

  EngineStart(EngineLibrary library, EngineDirectory directory, String url) {
    this.library = library;
    this.directory = directory;
    this.ping = HttpRequest.newBuilder(URI.create(url + "/ping")).timeout(PING).build();
  }

  /** Launches and waits for the answer, again while a predecessor still holds the store. */
  Process firstTime(Supplier<Process> launch) throws IOException {
    Instant deadline = Instant.now().plus(TIME_TO_INHERIT);
    try {
      while (true) {
        Process process = launch.get();
        try {
          awaitAnswer(process);
          return process;
        } catch (EngineUnavailable e) {
          stop(process, Duration.ofSeconds(5));
          if (!storeIsHeld() || Instant.now().isAfter(deadline)) {
            throw e;
          }
          log.info("Waiting for the engine of an earlier start to let go of the store");
          Files.deleteIfExists(directory.output());
          Thread.sleep(RETRY);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EngineUnavailable("The start of the ClickHouse engine was interrupted", e);
    }
  }

  /**
   * Returns when the engine answers.
   *
   * @throws EngineUnavailable when it ended instead, or says nothing in time
   */
  void awaitAnswer(Process process) throws InterruptedException {
    // The client is closed afterwards, because the engine waits for open connections when it ends.
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(PING).build()) {
      awaitAnswer(process, client);
    }
  }

  private void awaitAnswer(Process process, HttpClient client) throws InterruptedException {
    Instant deadline = Instant.now().plus(TIME_TO_ANSWER);
    while (!answers(client)) {
      if (process.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
        throw failure(process.exitValue());
      }
      if (Instant.now().isAfter(deadline)) {
        process.destroyForcibly();
        throw new EngineUnavailable(
            "The ClickHouse engine did not answer within %d s; see %s."
                .formatted(TIME_TO_ANSWER.toSeconds(), directory.log()));
      }
    }
  }

  private boolean answers(HttpClient client) throws InterruptedException {
    try {
      return client.send(ping, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      log.trace("No answer yet", e);
      return false;
    }
  }

  private EngineUnavailable failure(int code) {
    if (code == EngineProcess.UNFIT_LIBRARY) {
      return new EngineUnavailable(
          "The ClickHouse engine at %s cannot be loaded on %s (%s): install the one for this"
                  .formatted(library.file(), EngineLibrary.platform(), lastWords())
              + " platform with bin/run, or set COMMS_CLICKHOUSE_URL to the address of a"
              + " ClickHouse server.");
    }
    return new EngineUnavailable(
        "The ClickHouse engine ended while it was starting (exit code %d, %s); see %s."
            .formatted(code, lastWords(), directory.log()));
  }

  private boolean storeIsHeld() {
    return lastWords().contains("status");
  }

  private String lastWords() {
    try {
      return Files.readString(directory.output(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("Logging "))
          .findFirst()
          .orElse("no message");
    } catch (IOException e) {
      return "its output cannot be read: " + e.getMessage();
    }
  }

  /** Ends the process by ending its input, and by force when it takes longer than allowed. */
  static void stop(Process process, Duration allowed) throws InterruptedException {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      log.debug("The engine's input was closed already", e);
    }
    if (!process.waitFor(allowed.toMillis(), TimeUnit.MILLISECONDS)) {
      log.warn("The ClickHouse engine did not end within {}; it is killed", allowed);
      process.destroyForcibly().waitFor();
    }
  }
}
