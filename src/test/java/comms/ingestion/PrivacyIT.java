package comms.ingestion;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import comms.catalog.EventName;
import comms.catalog.Property;
import comms.clickhouse.WithStore;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Somebody's data in every position of every door, looked for everywhere afterwards. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@WithStore(storedAtOnce = false)
@ExtendWith(OutputCaptureExtension.class)
class PrivacyIT {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = new JsonMapper();

  private static final String PROSE = "Dear Emilia, my canaryqx flat is number five";

  /** What is sent, and by what it would be known again. */
  private static final Map<String, String> CANARIES =
      Map.of(
          "Canary.Qx7@leak-example.com",
          "leak-example",
          "+7 (916) 746-19-83",
          "746-19-83",
          "4556737586899855",
          "4556737586899855",
          "sk_live_QxCanary51HbT9",
          "QxCanary51",
          PROSE,
          "canaryqx");

  private static final List<String> TRACES = List.of("7461983", "Canary.Qx7", "canary.qx7");

  @LocalServerPort int port;
  @Autowired JdbcClient reader;

  @Value("${comms.data-dir}")
  Path data;

  private final String key = UUID.randomUUID().toString();

  @Test
  void nothingOfItIsFoundAnywhere(CapturedOutput output) throws Exception {
    List<Map<String, Object>> events = new ArrayList<>();
    for (String canary : CANARIES.keySet()) {
      for (EventName name : EventName.values()) {
        for (Property property : Property.values()) {
          if (mayHold(property, canary)) {
            events.add(event(name, property, canary));
            events.add(event(name, property, List.of(Map.of(canary, canary))));
          }
        }
      }
      events.add(with("event", canary));
      events.add(with("timestamp", canary));
      events.add(with("offset", canary));
      events.add(with("distinct_id", canary));
      events.add(with("uuid", canary));
      events.add(with(canary, canary));
      events.add(with("properties", Map.of(canary, Map.of(canary, canary), "$set", canary)));
      events.add(with("properties", canary));
      Map<String, Object> split = event(EventName.DISPUTE_RESOLVED, Property.ROLE, "client");
      properties(split).put("payout_split", Map.of(canary, 5));
      events.add(split);
    }
    for (String canary : CANARIES.keySet()) {
      Map<String, Object> body = new LinkedHashMap<>();
      body.put("api_key", WithStore.INGEST_KEY);
      body.put("batch", events);
      body.put(canary, canary);
      String query = "?ip=" + encoded(canary) + "&" + encoded(canary) + "=1";
      assertThat(post("/batch/" + query, JSON.writeValueAsString(body), canary)).isEqualTo(200);
      body.put("sent_at", canary);
      body.put("batch", List.of(with("timestamp", canary)));
      assertThat(post("/e/", JSON.writeValueAsString(body), canary)).isEqualTo(200);
      assertThat(post("/capture/", canary, canary)).isEqualTo(400);
      body.put("api_key", canary);
      assertThat(post("/batch", JSON.writeValueAsString(body), canary)).isEqualTo(401);
      assertThat(post("/webhooks/web-push", outcome(canary), canary)).isEqualTo(200);
      assertThat(post("/webhooks/mailgun", outcome(canary), canary)).isIn(404, 401);
      for (String path :
          List.of(
              "/api/v1/metrics/delivery-failures?from=%s&to=%s",
              "/api/v1/metrics/%s?interval=%s",
              "/api/v1/metrics/delivery-failures?from=2026-01-01&to=2026-01-02&filter.%s=%s",
              "/api/v1/quarantine?limit=%s&reason=%s")) {
        assertThat(get(path.formatted(encoded(canary), encoded(canary))).statusCode())
            .isBetween(200, 499);
      }
    }
    StringBuilder lines = new StringBuilder();
    events.forEach(event -> lines.append(JSON.writeValueAsString(event)).append('\n'));
    CANARIES.keySet().forEach(canary -> lines.append(canary).append('\n'));
    HttpRequest.Builder file =
        HttpRequest.newBuilder(uri("/api/v1/import"))
            .header("X-Api-Key", WithStore.INGEST_KEY)
            .POST(BodyPublishers.ofString(lines.toString()));
    assertThat(HTTP.send(file.build(), BodyHandlers.ofString()).statusCode()).isEqualTo(200);

    String marker = "marker-" + key;
    Map<String, Object> last = Map.of("contract_id", marker);
    post(
        "/batch",
        JSON.writeValueAsString(
            Map.of(
                "api_key", WithStore.INGEST_KEY, "event", "contract_started", "properties", last)),
        "none");
    await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(() -> assertThat(stored("contracts", marker)).isPositive());

    Set<String> found = new TreeSet<>();
    for (String trace : traces()) {
      for (String table : tables()) {
        if (stored(table, trace) > 0) {
          found.add("table " + table + ": " + trace);
        }
      }
      try (Stream<Path> files = Files.walk(data)) {
        for (Path path : files.filter(Files::isRegularFile).toList()) {
          if (contains(path, trace)) {
            found.add("file " + data.relativize(path) + ": " + trace);
          }
        }
      }
      for (String path :
          List.of("/actuator/prometheus", "/api/v1/quarantine?limit=1000", "/api/v1/pipeline")) {
        if (get(path).body().contains(trace)) {
          found.add(path + ": " + trace);
        }
      }
      if (output.getAll().contains(trace)) {
        found.add("log: " + trace);
      }
    }
    assertThat(found).isEmpty();
    assertThat(get("/actuator/prometheus").body()).contains("error_code (redacted)");
  }

  @Test
  void itsFilesAreForTheirOwnerOnly() throws IOException {
    try (Stream<Path> files = Files.walk(data)) {
      assertThat(files)
          .isNotEmpty()
          .allSatisfy(
              path ->
                  assertThat(Files.getPosixFilePermissions(path))
                      .as(path.toString())
                      .doesNotContain(
                          PosixFilePermission.GROUP_READ,
                          PosixFilePermission.GROUP_WRITE,
                          PosixFilePermission.OTHERS_READ,
                          PosixFilePermission.OTHERS_WRITE));
    }
  }

  /** Ids other than addresses stay as sent, and a sentence that is short passes as a code. */
  private static boolean mayHold(Property property, String canary) {
    return switch (property.type()) {
      case ID -> Redaction.isAddress(canary);
      case TEXT, CHANNEL -> !canary.equals(PROSE);
      default -> true;
    };
  }

  private static List<String> traces() {
    return Stream.concat(CANARIES.values().stream(), TRACES.stream()).toList();
  }

  /** An event in which everything is right but the one property. */
  private Map<String, Object> event(EventName name, Property property, Object value) {
    Map<String, Object> event = with("event", name.wireName());
    properties(event).put(property.wireName(), value);
    return event;
  }

  private Map<String, Object> with(String field, Object value) {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (String id :
        List.of(
            "contract_id",
            "thread_id",
            "message_id",
            "dispute_id",
            "notification_id",
            "client_id")) {
      properties.put(id, id + UUID.randomUUID());
    }
    properties.put("thread_type", "order");
    properties.put("sender_role", "client");
    properties.put("role", "client");
    properties.put("delivery_latency_ms", 5);
    properties.put("delivery_channel", "ws");
    properties.put("failure_code", "spam");
    properties.put("state", "open");
    properties.put("resolution", "split");
    properties.put("score", 9);
    properties.put("channel", "email");
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("event", "contract_started");
    event.put("properties", properties);
    event.put(field, value);
    return event;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> properties(Map<String, Object> event) {
    return (Map<String, Object>) requireNonNull(event.get("properties"));
  }

  private static String outcome(String canary) {
    return JSON.writeValueAsString(
        Map.of(
            "api_key",
            WithStore.INGEST_KEY,
            "outcomes",
            List.of(
                Map.of(
                    "notification_id",
                    "n" + UUID.randomUUID(),
                    "contract_id",
                    "c",
                    "status",
                    500,
                    "error",
                    canary,
                    "reason",
                    canary,
                    "endpoint",
                    canary),
                Map.of(
                    "notification_id",
                    "n" + UUID.randomUUID(),
                    "contract_id",
                    "c",
                    "status",
                    canary,
                    "timestamp",
                    canary,
                    "template",
                    canary,
                    canary,
                    canary))));
  }

  private List<String> tables() {
    return reader
        .sql(
            "SELECT name FROM system.tables WHERE database = currentDatabase()"
                + " AND engine LIKE '%MergeTree'")
        .query(String.class)
        .list();
  }

  private long stored(String table, String trace) {
    return reader
        .sql(
            "SELECT countIf(position(formatRow('JSONEachRow', *), :trace) > 0) FROM `%s`"
                .formatted(table))
        .param("trace", trace)
        .query(Long.class)
        .single();
  }

  private static boolean contains(Path file, String trace) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    return new String(bytes, ISO_8859_1).contains(trace)
        || new String(bytes, UTF_16BE).contains(trace)
        || new String(bytes, UTF_16LE).contains(trace);
  }

  private int post(String path, String body, String canary) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "application/json")
            .header("User-Agent", canary)
            .header("X-Request-Id", canary)
            .header("Referer", "https://app.test/?who=" + encoded(canary))
            .POST(BodyPublishers.ofString(body));
    return HTTP.send(request.build(), BodyHandlers.ofString()).statusCode();
  }

  private HttpResponse<String> get(String path) throws Exception {
    return HTTP.send(
        HttpRequest.newBuilder(uri(path))
            .header("Authorization", "Bearer " + WithStore.API_TOKEN)
            .build(),
        BodyHandlers.ofString());
  }

  private URI uri(String path) {
    return URI.create("http://localhost:" + port + path);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
