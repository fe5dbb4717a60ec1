package comms.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static comms.catalog.EventName.CONTRACT_STARTED;
import static comms.ingestion.AnEvent.anEvent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import comms.catalog.Property;
import comms.clickhouse.WithStore;
import comms.ingestion.Event;
import comms.ingestion.Journal;
import comms.ingestion.Journal.Intake;
import comms.ingestion.QuarantineReason;
import comms.ingestion.QuarantinedEvent;
import comms.sentry.SentryStub;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What became of events, on the Pipeline view in a real browser and over the API. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "comms.telemetry.servers[0].name=away",
      "comms.telemetry.servers[0].url=http://someone:hidden@localhost:1/prometheus",
      "comms.telemetry.servers[0].token=hidden",
      "comms.telemetry.servers[1].url=nowhere"
    })
@WithStore(fresh = true)
class PipelineIT {

  /** It answers from before the application starts. */
  private static final SentryStub sentry = new SentryStub();

  @LocalServerPort private int port;
  @Autowired private Journal journal;

  @Autowired
  @Qualifier("writer")
  private JdbcClient store;

  private final String id = UUID.randomUUID().toString();

  @DynamicPropertySource
  static void watchSentry(DynamicPropertyRegistry properties) {
    properties.add("comms.sentry.url", sentry::url);
    properties.add("comms.sentry.organization", () -> SentryStub.ORGANIZATION);
    properties.add("comms.sentry.token", () -> SentryStub.TOKEN);
  }

  @AfterAll
  static void endSentry() {
    sentry.close();
  }

  @BeforeEach
  void forgetWhatWasSent() {
    List.of("events", "quarantine", "written_batches")
        .forEach(table -> store.sql("TRUNCATE TABLE " + table).update());
  }

  @Test
  void showsWhatBecameOfEventsAndReplaysWhatWasMended() {
    journal.append(
        new Intake(
            id,
            List.of(contract(id), contract(id)),
            List.of(mended(), broken()),
            Map.of("text", 3L)));
    try (Visitor visitor = new Visitor(port).enter("")) {
      Page page = visitor.page();
      page.setViewportSize(1440, 1900);
      page.locator("vaadin-side-nav-item[path='pipeline']").click();
      page.waitForURL("**/pipeline");
      assertThat(page.locator("#pipeline-accepted .headline-value")).hasText("1");
      assertThat(page.locator("#pipeline-duplicate .headline-value")).hasText("1");
      assertThat(page.locator("#pipeline-quarantined .headline-value")).hasText("2");
      assertThat(page.locator("#pipeline-stripped .headline-value")).hasText("3");
      assertThat(page.locator("#pipeline-backlog .headline-value")).hasText("0");
      Locator servers = page.locator("#prometheus tbody tr");
      assertThat(servers).hasCount(2);
      assertThat(servers.first()).containsText("away");
      assertThat(servers.first()).containsText("http://localhost:1/prometheus");
      assertThat(servers.first()).containsText("Failing");
      assertThat(servers.last()).containsText("has no address that is an HTTP URL");
      assertThat(page.locator("#webhooks tbody tr")).hasCount(5);
      assertThat(page.locator("#webhooks")).containsText("Web push");
      assertThat(page.locator("#sentry tbody tr")).hasCount(1);
      assertThat(page.locator("#sentry")).containsText("Answering");
      Locator grid = page.locator("vaadin-grid");
      assertThat(grid.getByText("contract_begun").first()).isVisible();
      visitor.screenshot("pipeline-1440-light-en");

      page.getByText("Replay all that match").click();
      assertThat(page.locator("vaadin-notification-card"))
          .containsText("Replayed: 1. Refused as before: 1.");
      assertThat(page.locator("#pipeline-quarantined .headline-value")).hasText("1");
      assertThat(page.locator("#pipeline-accepted .headline-value")).hasText("2");
      assertThat(page.locator(".quarantine header .sample")).hasText("1 events");
      assertThat(visitor.problems()).isEmpty();
    }
    try (Visitor visitor = new Visitor(port, "ru", ColorScheme.DARK, 390)) {
      Page page = visitor.enter("pipeline?period=hour").page();
      page.setViewportSize(390, 3200);
      assertThat(page.locator("#pipeline-accepted .headline-value")).hasText("2");
      assertThat(page.locator("vaadin-grid").getByText("Неизвестное событие").first()).isVisible();
      visitor.screenshot("pipeline-390-dark-ru");
      assertThat(visitor.problems()).isEmpty();
    }
  }

  @Test
  void listsWhatIsOpenInSentry() {
    journal.append(new Intake(id, List.of(contract(id)), List.of(), Map.of()));
    try (Visitor visitor = new Visitor(port).enter("delivery")) {
      Locator issue = visitor.page().locator("#sentry-issues tbody tr");
      assertThat(issue).hasCount(1);
      assertThat(issue).containsText("42");
      assertThat(issue.getByText("SMTP: connection refused"))
          .hasAttribute("href", "https://acme.sentry.io/issues/1/");
      assertThat(visitor.problems()).isEmpty();
    }
  }

  @Test
  void theApiCountsAndReplays() throws Exception {
    String other = UUID.randomUUID().toString();
    QuarantinedEvent mended = mended();
    journal.append(new Intake(other, List.of(contract(other)), List.of(mended), Map.of()));

    JsonNode replayed = json(post("/api/v1/quarantine/" + mended.id() + "/replay"));
    assertThat(replayed.path("replayed").asInt()).isOne();
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(
                        store
                            .sql("SELECT count() FROM events FINAL WHERE event_id = :id")
                            .param("id", "mended-" + mended.id())
                            .query(Long.class)
                            .single())
                    .isOne());
    assertThat(post("/api/v1/quarantine/" + mended.id() + "/replay").statusCode()).isEqualTo(404);

    JsonNode pipeline = json(get("/api/v1/pipeline?step=60"));
    assertThat(pipeline.at("/journal/backlog_events").asLong()).isZero();
    assertThat(pipeline.at("/journal/storing").asBoolean()).isTrue();
    assertThat(pipeline.path("steps").size()).isPositive();
    JsonNode away = pipeline.at("/prometheus/0");
    assertThat(away.path("name").asString()).isEqualTo("away");
    assertThat(away.path("address").asString()).isEqualTo("http://localhost:1/prometheus");
    assertThat(away.path("importing").asBoolean()).isFalse();
    assertThat(away.path("failures").asLong()).isPositive();
    assertThat(away.path("last_failure").asString()).startsWith("does not answer");
    JsonNode issues = pipeline.path("sentry");
    assertThat(issues.path("configured").asBoolean()).isTrue();
    assertThat(issues.path("answering").asBoolean()).isTrue();
    assertThat(issues.path("failures").asLong()).isZero();
    assertThat(pipeline.toString()).doesNotContain("hidden", SentryStub.TOKEN);
    assertThat(get("/api/v1/pipeline?step=0").statusCode()).isEqualTo(400);
    assertThat(get("/actuator/prometheus").body())
        .contains("comms_journal_backlog_events", "comms_journal_backlog_age_seconds")
        .contains("comms_write_lag_seconds", "comms_events_stored_total")
        .contains("comms_telemetry_failures_total{server=\"away\"}", "comms_telemetry_series");
  }

  private static Event contract(String id) {
    return anEvent(CONTRACT_STARTED).of(Property.CONTRACT_ID, id).build();
  }

  /** It was refused when nobody knew the event; today it is valid. */
  private static QuarantinedEvent mended() {
    String id = UUID.randomUUID().toString();
    return quarantined(
        id,
        """
        {"event":"contract_started","distinct_id":"","source":"backend","timestamp":"%s",
         "properties":{"contract_id":"mended-%s"}}"""
            .formatted(Instant.now(), id));
  }

  private static QuarantinedEvent broken() {
    return quarantined(
        UUID.randomUUID().toString(),
        """
        {"event":"contract_begun","distinct_id":"","source":"backend",
         "properties":{"contract_id":"c1"}}""");
  }

  private static QuarantinedEvent quarantined(String id, String content) {
    return new QuarantinedEvent(
        id,
        "r1",
        Instant.now().truncatedTo(ChronoUnit.MILLIS),
        "contract_begun",
        QuarantineReason.UNKNOWN_EVENT,
        "",
        content,
        "");
  }

  private HttpResponse<String> get(String path) throws Exception {
    return ask(HttpRequest.newBuilder(address(path)), WithStore.API_TOKEN);
  }

  private HttpResponse<String> post(String path) throws Exception {
    return ask(
        HttpRequest.newBuilder(address(path)).POST(HttpRequest.BodyPublishers.noBody()),
        WithStore.REPLAY_TOKEN);
  }

  private static HttpResponse<String> ask(HttpRequest.Builder request, String token)
      throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          request.header("Authorization", "Bearer " + token).build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }

  private static JsonNode json(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return new JsonMapper().readTree(answer.body());
  }

  private URI address(String path) {
    return URI.create("http://localhost:" + port + path);
  }
}
