package comms.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import comms.clickhouse.WithStore;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** From what a provider reports to the figures of the dashboards. */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "comms.webhooks.mailgun.signing-key=" + WebhookFiguresIT.SIGNING_KEY)
@WithStore(fresh = true)
class WebhookFiguresIT {

  static final String SIGNING_KEY = "mailgun-signing-key-of-a-test";

  private final String notification = UUID.randomUUID().toString();
  private final HttpClient http = HttpClient.newHttpClient();

  @LocalServerPort private int port;

  @BeforeEach
  void scheduleANotification() throws Exception {
    HttpResponse<String> answer =
        post(
            "/batch",
            """
            {"api_key":"phc_test","batch":[{"event":"notification_delivery_scheduled",
             "timestamp":"2026-01-05T09:59:00Z","properties":
             {"notification_id":"%s","channel":"email","template":"digest","contract_id":"c1"}}]}"""
                .formatted(notification));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  @AfterEach
  void close() {
    http.close();
  }

  @Test
  void aFailureThatIsReportedTwiceCountsOnce() throws Exception {
    for (int attempt : List.of(1, 2, 2)) {
      assertThat(post("/webhooks/mailgun", failed(attempt)).statusCode()).isEqualTo(200);
    }
    String forged = failed(3).replace("\"signature\":\"", "\"signature\":\"0");
    assertThat(post("/webhooks/mailgun", forged).statusCode()).isEqualTo(401);

    JsonNode timeline = json(get("/api/v1/notifications/" + notification + "/timeline"));
    assertThat(timeline.toString()).doesNotContain("alice");
    JsonNode metric =
        json(
            get(
                "/api/v1/metrics/delivery-failures?from=2026-01-05&to=2026-01-06&interval=day"
                    + "&filter.error_code=temporary"));
    JsonNode value = series(metric, "value");
    assertThat(value.at("/total/numerator").asInt()).as(metric.toString()).isOne();
    assertThat(series(metric, "attempts").at("/total/value").asInt())
        .as(metric.toString())
        .isEqualTo(2);

    JsonNode mailgun = webhook("mailgun");
    assertThat(mailgun.path("configured").asBoolean()).isTrue();
    assertThat(mailgun.path("accepted").asInt()).isEqualTo(3);
    assertThat(mailgun.path("refused").asInt()).isOne();
    assertThat(mailgun.path("last_failure").asString()).contains("Mailgun");
    assertThat(webhook("sendgrid").path("configured").asBoolean()).isFalse();
    assertThat(get("/actuator/prometheus").body())
        .contains("comms_webhooks_total{outcome=\"accepted\",provider=\"mailgun\"} 3.0");
  }

  private String failed(int attempt) {
    return MailgunPost.signed(SIGNING_KEY, UUID.randomUUID().toString(), notification, attempt);
  }

  private JsonNode webhook(String name) throws Exception {
    return json(get("/api/v1/pipeline"))
        .path("webhooks")
        .valueStream()
        .filter(webhook -> webhook.path("name").asString().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode series(JsonNode metric, String stat) {
    return metric
        .path("series")
        .valueStream()
        .filter(series -> series.path("stat").asString().equals(stat))
        .findFirst()
        .orElseThrow(() -> new AssertionError(metric.toString()));
  }

  private HttpResponse<String> post(String path, String body) throws Exception {
    return http.send(
        HttpRequest.newBuilder(address(path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String path) throws Exception {
    return http.send(
        HttpRequest.newBuilder(address(path))
            .header("Authorization", "Bearer " + WithStore.API_TOKEN)
            .build(),
        BodyHandlers.ofString());
  }

  private URI address(String path) {
    return URI.create("http://localhost:" + port + path);
  }

  private static JsonNode json(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Providers.json(answer.body());
  }
}
