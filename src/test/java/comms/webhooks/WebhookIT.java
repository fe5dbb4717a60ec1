package comms.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import comms.catalog.EventName;
import comms.catalog.Property;
import comms.ingestion.DoorParts;
import comms.ingestion.Event;
import comms.ingestion.KeptInMemory;
import comms.ingestion.Source;
import comms.ingestion.WebhookSources;
import comms.ingestion.WebhookState;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What providers post, over real HTTP, with a journal in memory behind it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, classes = WebhookIT.Doors.class)
class WebhookIT {

  private static final String MAILGUN_KEY = "key-" + UUID.randomUUID();
  private static final KeyPair SENDGRID = pair();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @Configuration(proxyBeanMethods = false)
  @Import(DoorParts.class)
  @ComponentScan(
      basePackages = {"comms.ingestion.web", "comms.webhooks"},
      excludeFilters =
          @ComponentScan.Filter(
              type = FilterType.REGEX,
              pattern = ".*(\\.(Quarantine|Pipeline)Controller|SealedDoors.*)"))
  static class Doors {

    @Bean
    @Primary
    AmazonSns amazon() {
      return new AmazonSns();
    }
  }

  @DynamicPropertySource
  static void configure(DynamicPropertyRegistry properties) {
    properties.add(
        "comms.webhooks.sendgrid.public-keys",
        () -> Base64.getEncoder().encodeToString(SENDGRID.getPublic().getEncoded()));
    properties.add("comms.webhooks.mailgun.signing-key", () -> MAILGUN_KEY);
    properties.add("comms.webhooks.ses.topics", () -> AmazonSns.TOPIC);
  }

  private final String notification = UUID.randomUUID().toString();

  @LocalServerPort int port;
  @Autowired KeptInMemory journal;
  @Autowired WebhookSources sources;
  @Autowired MeterRegistry registry;

  @AfterEach
  void openTheJournal() {
    journal.full(false);
  }

  @Test
  void keepsTheFailuresThatSendGridReports() throws Exception {
    WebhookState before = state("sendgrid");
    String body =
        """
        [{"email":"alice@example.com","timestamp":1767607200,"event":"bounce","type":"bounce",
          "reason":"550 alice@example.com unknown","sg_event_id":"%2$s","notification_id":"%1$s",
          "contract_id":"c1","distinct_id":"alice","campaign":"x"},
         {"email":"alice@example.com","timestamp":1767607200,"event":"dropped",
          "reason":"Unsubscribed Address","sg_event_id":"d","notification_id":"%1$s",
          "contract_id":"c1"},
         {"email":"alice@example.com","event":"dropped","sg_event_id":"e","contract_id":"c1"},
         {"event":"delivered","notification_id":"%1$s"},{"event":"open"},17]"""
            .formatted(notification, UUID.randomUUID());
    assertOk(sendGrid(body));

    assertThat(events())
        .extracting(Event::name)
        .containsExactly(EventName.NOTIFICATION_DELIVERY_FAILED, EventName.NOTIFICATION_DROPPED);
    Event failed = events().getFirst();
    assertThat(failed.source()).isEqualTo(Source.WEBHOOK);
    assertThat(failed.timestamp()).isEqualTo("2026-01-05T10:00:00Z");
    assertThat(failed.distinctId()).isEmpty();
    assertThat(failed.properties())
        .containsOnlyKeys(
            Property.NOTIFICATION_ID,
            Property.CONTRACT_ID,
            Property.CHANNEL,
            Property.ERROR_CODE,
            Property.RETRY_COUNT);
    assertThat(events().getLast().idempotencyKey())
        .isEqualTo("notification_dropped:" + notification);
    String request = journal.intakes().getLast().request();
    assertThat(journal.quarantined())
        .filteredOn(event -> event.request().equals(request))
        .satisfies(event -> assertThat(event.toString()).doesNotContain("alice"))
        .extracting(event -> event.reason().wireName())
        .containsExactly("missing_property", "malformed");
    WebhookState after = state("sendgrid");
    assertThat(after.accepted() - before.accepted()).isEqualTo(2);
    assertThat(after.quarantined() - before.quarantined()).isEqualTo(2);
    assertThat(after.ignoredInAll() - before.ignoredInAll()).isEqualTo(2);
    assertThat(after.ignored()).containsKeys("delivered", "open");
    assertThat(
            registry
                .counter("comms.webhooks.ignored", "provider", "sendgrid", "type", "open")
                .count())
        .isPositive();
  }

  @Test
  void whatSendGridSendsAgainIsTheSameEvent() throws Exception {
    String body =
        """
        [{"event":"bounce","sg_event_id":"s1","notification_id":"%s","contract_id":"c1"}]"""
            .formatted(notification);
    assertOk(sendGrid(body));
    assertOk(sendGrid(body));
    assertThat(events())
        .hasSize(2)
        .extracting(Event::idempotencyKey)
        .containsOnly(events().getFirst().idempotencyKey());
  }

  @Test
  void refusesAndCountsWhatIsNotSigned() throws Exception {
    long before = state("sendgrid").refused();
    double metered = refusals("sendgrid");
    String body = "[{\"event\":\"bounce\"}]";
    String now = String.valueOf(Instant.now().getEpochSecond());
    String old = String.valueOf(Instant.now().minusSeconds(26 * 3600).getEpochSecond());
    assertProblem(sendGrid(body + " ", now, signature(now, body)), 401, "SendGrid");
    assertProblem(sendGrid(body, old, signature(old, body)), 401, "too old");
    assertProblem(post("/webhooks/sendgrid", body, Map.of()), 401, "SendGrid");
    WebhookState after = state("sendgrid");
    assertThat(after.refused() - before).isEqualTo(3);
    assertThat(refusals("sendgrid") - metered).isEqualTo(3);
    assertThat(after.lastFailure().orElseThrow().message()).contains("SendGrid");
  }

  @Test
  void takesEachTokenOfMailgunOnceAndAnswersItsRepeats() throws Exception {
    String body = mailgun(UUID.randomUUID().toString());
    long before = state("mailgun").ignored().getOrDefault("repeated", 0L);
    assertOk(post("/webhooks/mailgun", body, Map.of()));
    assertOk(post("/webhooks/mailgun", body, Map.of()));
    assertOk(post("/webhooks/mailgun", body.replace(",\n", ", "), Map.of()));
    assertThat(state("mailgun").ignored()).containsEntry("repeated", before + 2);
    assertProblem(
        post("/webhooks/mailgun", body.replace("temporary", "permanent"), Map.of()),
        401,
        "used before");
    assertThat(events()).singleElement().extracting(Event::eventId).isEqualTo(notification + ":2");
  }

  @Test
  void answersTheRepeatOfWhatWentToQuarantine() throws Exception {
    String body = mailgun(UUID.randomUUID().toString()).replace("contract_id", "contract");
    long before = state("mailgun").quarantined();
    assertOk(post("/webhooks/mailgun", body, Map.of()));
    assertOk(post("/webhooks/mailgun", body, Map.of()));
    assertThat(state("mailgun").quarantined() - before).isEqualTo(1);
  }

  @Test
  void anAttemptThatMailgunReportsAgainIsTheSameEvent() throws Exception {
    assertOk(post("/webhooks/mailgun", mailgun("a" + UUID.randomUUID()), Map.of()));
    assertOk(post("/webhooks/mailgun", mailgun("b" + UUID.randomUUID()), Map.of()));
    assertThat(events())
        .extracting(Event::idempotencyKey)
        .containsOnly("notification_delivery_failed:" + notification + ":2");
  }

  @Test
  void whatCouldNotBeKeptMayComeAgain() throws Exception {
    String body = mailgun(UUID.randomUUID().toString());
    journal.full(true);
    HttpResponse<String> answer = post("/webhooks/mailgun/", body, Map.of());
    assertProblem(answer, 503, "again");
    assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
    journal.full(false);
    assertOk(post("/webhooks/mailgun/", body, Map.of()));
    assertThat(events()).hasSize(1);
    assertThat(state("mailgun").postponed()).isPositive();
  }

  @Test
  void keepsWhatSesReportsThroughSns() throws Exception {
    String bounce =
        """
        {"eventType":"Complaint","complaint":{"feedbackId":"f","complainedRecipients":
         [{"emailAddress":"a@example.com"},{"emailAddress":"b@example.com"}]},
         "mail":{"tags":{"notification_id":["%s"],"thread_id":["t1"]}}}"""
            .formatted(notification);
    String body = AmazonSns.signed(AmazonSns.notification(bounce), "1");
    assertOk(post("/webhooks/ses", body, Map.of("Content-Type", "text/plain; charset=UTF-8")));
    assertThat(events())
        .hasSize(2)
        .allSatisfy(
            event -> {
              assertThat(event.text(Property.DROP_REASON)).isEqualTo("complaint");
              assertThat(event.eventId()).isEqualTo(notification);
            });
    assertProblem(
        post("/webhooks/ses", body.replace("Complaint", "Complaind"), Map.of()), 401, "Amazon SNS");
  }

  @Test
  void takesWhatPushServicesHaveAnswered() throws Exception {
    String body =
        """
        {"api_key":"phc_test","outcomes":[
          {"notification_id":"%1$s","thread_id":"t1","status":201},
          {"notification_id":"%1$s","thread_id":"t1","status":429,"retry_count":1,
           "endpoint":"https://push.example.org/secret"},
          {"notification_id":"%1$s","thread_id":"t1","status":410}]}"""
            .formatted(notification);
    assertOk(post("/webhooks/web-push", body, Map.of()));
    assertThat(events())
        .extracting(Event::idempotencyKey)
        .containsExactly(
            "notification_delivery_failed:" + notification + ":1",
            "notification_dropped:" + notification);
    String one =
        "{\"notification_id\":\"%s-x\",\"thread_id\":\"t1\",\"status\":404}"
            .formatted(notification);
    assertOk(post("/webhooks/web-push", one, Map.of("X-Api-Key", "phc_test")));
    assertProblem(post("/webhooks/web-push", one, Map.of()), 401, "no project key");
    assertProblem(
        post("/webhooks/web-push", one, Map.of("X-Api-Key", "phc_wrong")), 401, "unknown");
    assertThat(events()).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"postmark", "somebody"})
  void nobodyListensForWhoIsNotConfigured(String provider) throws Exception {
    assertProblem(post("/webhooks/" + provider, "{}", Map.of()), 404, "rovider");
  }

  @Test
  void saysWhichSourcesAreOpen() {
    assertThat(sources.states())
        .filteredOn(WebhookState::configured)
        .extracting(WebhookState::name)
        .containsExactly("sendgrid", "mailgun", "ses", "web-push");
  }

  @Test
  void refusesWhatCannotBeReadOrIsTooLong() throws Exception {
    assertProblem(post("/webhooks/mailgun", "{", Map.of()), 400, "not valid JSON");
    assertProblem(post("/webhooks/mailgun", " ".repeat(3 << 20), Map.of()), 413, "2,097,152");
  }

  private WebhookState state(String name) {
    return sources.states().stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
  }

  private double refusals(String provider) {
    return registry.counter("comms.webhooks", "provider", provider, "outcome", "refused").count();
  }

  private List<Event> events() {
    return journal.accepted().stream()
        .filter(event -> event.eventId().startsWith(notification))
        .toList();
  }

  private String mailgun(String token) {
    return MailgunPost.signed(MAILGUN_KEY, token, notification, 3);
  }

  private HttpResponse<String> sendGrid(String body) throws Exception {
    String now = String.valueOf(Instant.now().getEpochSecond());
    return sendGrid(body, now, signature(now, body));
  }

  private HttpResponse<String> sendGrid(String body, String timestamp, String signature)
      throws Exception {
    return post(
        "/webhooks/sendgrid",
        body,
        Map.of(SendGridWebhook.TIMESTAMP, timestamp, SendGridWebhook.SIGNATURE, signature));
  }

  private static String signature(String timestamp, String body) throws Exception {
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(SENDGRID.getPrivate());
    signature.update(timestamp.getBytes(UTF_8));
    signature.update(body.getBytes(UTF_8));
    return Base64.getEncoder().encodeToString(signature.sign());
  }

  private HttpResponse<String> post(String path, String body, Map<String, String> headers)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    headers.forEach(request::header);
    return HTTP.send(request.POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
  }

  private static void assertOk(HttpResponse<String> answer) {
    assertThat(answer.body()).isEqualTo("{\"status\":\"Ok\"}");
    assertThat(answer.statusCode()).isEqualTo(200);
  }

  private static void assertProblem(HttpResponse<String> answer, int status, String sentence) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.body()).contains("\"status\":" + status, sentence);
  }

  private static KeyPair pair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
