package comms.webhooks;

import static comms.webhooks.Providers.post;
import static comms.webhooks.Providers.settings;
import static comms.webhooks.Providers.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comms.catalog.Property;
import comms.ingestion.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SesWebhookTest {

  private static final String BOUNCE =
      """
      {"eventType":"Bounce","bounce":{"bounceType":"Permanent","bounceSubType":"General",
       "feedbackId":"f1","timestamp":"2026-01-05T10:00:00.000Z",
       "bouncedRecipients":[{"emailAddress":"a@example.com"}]},
       "mail":{"tags":{"notification_id":["n1"],"thread_id":["t1"]}}}""";

  private final AmazonSns amazon = new AmazonSns();

  @AfterEach
  void close() {
    amazon.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "2"})
  void takesASignedNotification(String version) {
    Reading reading = read(AmazonSns.signed(AmazonSns.notification(BOUNCE), version));
    assertThat(reading.events())
        .singleElement()
        .satisfies(event -> assertThat(text(event, Property.ERROR_CODE)).isEqualTo("hard_bounce"));
  }

  @Test
  void aNotificationMayHaveNoSubject() {
    Map<String, String> fields = AmazonSns.notification(BOUNCE);
    fields.remove("Subject");
    assertThat(read(AmazonSns.signed(fields, "2")).events()).hasSize(1);
  }

  @Test
  void fetchesTheCertificateOnce() {
    SesWebhook webhook = webhook(Clock.systemUTC());
    for (int n = 0; n < 3; n++) {
      webhook.read(post(AmazonSns.signed(AmazonSns.notification(BOUNCE), "2"), Map.of()));
    }
    assertThat(amazon.asked()).containsExactly("/SimpleNotificationService-test.pem");
  }

  @Test
  void refusesAMessageThatIsChangedByOneByte() {
    String signed = AmazonSns.signed(AmazonSns.notification(BOUNCE), "2");
    assertUnproven(signed.replace("Permanent", "Permanend"));
    assertUnproven(signed.replace("\"SignatureVersion\":\"2\"", "\"SignatureVersion\":\"1\""));
    assertUnproven(signed.replace("\"SignatureVersion\":\"2\"", "\"SignatureVersion\":\"3\""));
    assertUnproven("{}");
  }

  @Test
  void refusesOtherTopicsBeforeItAsksForAnything() {
    Map<String, String> fields = AmazonSns.notification(BOUNCE);
    fields.put("TopicArn", AmazonSns.TOPIC + "-other");
    assertUnproven(AmazonSns.signed(fields, "2"));
    Map<String, String> subscription = AmazonSns.subscription();
    subscription.put("TopicArn", AmazonSns.TOPIC + "-other");
    assertUnproven(AmazonSns.signed(subscription, "2"));
    assertThat(amazon.asked()).isEmpty();
  }

  @Test
  void refusesCertificatesFromElsewhere() {
    String signed = AmazonSns.signed(AmazonSns.notification(BOUNCE), "2");
    for (String elsewhere :
        List.of(
            "https://sns.eu-west-1.amazonaws.com.example.org/a.pem",
            "http://sns.eu-west-1.amazonaws.com/a.pem",
            "https://sns.eu-west-1.amazonaws.com/a.txt",
            "not an address")) {
      assertUnproven(signed.replace(AmazonSns.CERTIFICATE, elsewhere));
    }
    assertThat(amazon.asked()).isEmpty();
  }

  @Test
  void refusesWhatIsOld() {
    String signed = AmazonSns.signed(AmazonSns.notification(BOUNCE), "2");
    Clock later = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(121));
    assertThatThrownBy(() -> webhook(later).read(post(signed, Map.of())))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("too old");
  }

  @Test
  void refusesACertificateThatIsNotValidAnyMore() {
    Clock later = Clock.offset(Clock.systemUTC(), Duration.ofDays(3));
    Map<String, String> fields = AmazonSns.notification(BOUNCE);
    fields.put("Timestamp", Instant.now(later).toString());
    assertThatThrownBy(() -> webhook(later).read(post(AmazonSns.signed(fields, "2"), Map.of())))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("not valid today");
  }

  @Test
  void subscribesToATopicThatAsks() {
    Reading reading = read(AmazonSns.signed(AmazonSns.subscription(), "2"));
    assertThat(reading.ignored()).containsExactly("SubscriptionConfirmation");
    assertThat(amazon.asked())
        .containsExactly(
            "/SimpleNotificationService-test.pem", "/?Action=ConfirmSubscription&Token=2336412f37");
  }

  @Test
  void isNotLedElsewhereToSubscribe() {
    Map<String, String> fields = AmazonSns.subscription();
    fields.put("SubscribeURL", "http://localhost:1/?Action=ConfirmSubscription");
    assertUnproven(AmazonSns.signed(fields, "2"));
  }

  @Test
  void toleratesTheSentenceThatTheTopicWorks() {
    String sentence = "Successfully validated SNS topic for Amazon SES event publishing.";
    assertThat(read(AmazonSns.signed(AmazonSns.notification(sentence), "1")).ignored())
        .containsExactly("text");
  }

  @Test
  void asksToComeAgainWhenAmazonDoesNotAnswer() {
    amazon.away(true);
    SesWebhook webhook = webhook(Clock.systemUTC());
    Post post = post(AmazonSns.signed(AmazonSns.notification(BOUNCE), "2"), Map.of());
    assertThatThrownBy(() -> webhook.read(post))
        .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.passes()).isTrue());
    amazon.away(false);
    assertThat(webhook.read(post).events()).hasSize(1);
  }

  private Reading read(String body) {
    return webhook(Clock.systemUTC()).read(post(body, Map.of()));
  }

  private void assertUnproven(String body) {
    Providers.assertUnproven(() -> read(body));
  }

  private SesWebhook webhook(Clock clock) {
    return new SesWebhook(
        settings(List.of(), "", List.of(), List.of(AmazonSns.TOPIC)),
        new SnsSignature(new SnsCertificates(amazon, clock)),
        amazon,
        new SigningTime(clock),
        Providers.JSON);
  }
}
