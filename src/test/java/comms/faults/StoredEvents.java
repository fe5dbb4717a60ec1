package comms.faults;

import comms.clickhouse.EngineUnderTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the store itself has, asked past the application. */
final class StoredEvents implements AutoCloseable {

  private final EngineUnderTest engine;
  private final HttpClient http = HttpClient.newHttpClient();

  StoredEvents(EngineUnderTest engine) {
    this.engine = engine;
  }

  long count() throws IOException, InterruptedException {
    return Long.parseLong(ask("SELECT count() FROM comms.events FINAL").strip());
  }

  Set<String> keys() throws IOException, InterruptedException {
    return ask("SELECT DISTINCT concat(event, ':', event_id) FROM comms.events FORMAT TSVRaw")
        .lines()
        .collect(Collectors.toSet());
  }

  /** The keys that more than one row is left of. */
  long keysInSeveralRows() throws IOException, InterruptedException {
    return Long.parseLong(
        ask("""
                SELECT count() FROM (
                    SELECT 1 FROM comms.events FINAL GROUP BY event, event_id HAVING count() > 1)
                """)
            .strip());
  }

  Map<String, Long> byName() throws IOException, InterruptedException {
    return counts("SELECT event, count() FROM comms.events FINAL GROUP BY event FORMAT TSVRaw");
  }

  /** What the application itself has counted as accepted, by event name. */
  Map<String, Long> countedAsAccepted() throws IOException, InterruptedException {
    return counts(
        """
        SELECT c.name AS name, sum(c.n) FROM comms.written_batches FINAL ARRAY JOIN counts AS c
        WHERE c.outcome = 'accepted' GROUP BY name FORMAT TSVRaw
        """);
  }

  private Map<String, Long> counts(String sql) throws IOException, InterruptedException {
    return ask(sql)
        .lines()
        .map(line -> line.split("\t", -1))
        .collect(Collectors.toMap(cells -> cells[0], cells -> Long.valueOf(cells[1])));
  }

  private String ask(String sql) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(URI.create(engine.url()))
                .timeout(Duration.ofSeconds(60))
                .header("X-ClickHouse-User", engine.writer())
                .header("X-ClickHouse-Key", engine.writerPassword())
                .POST(BodyPublishers.ofString(sql))
                .build(),
            BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException("The store answered " + answer.statusCode() + ": " + answer.body());
    }
    return answer.body();
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
