package comms.webhooks;

import static comms.webhooks.Providers.json;
import static comms.webhooks.Providers.post;
import static comms.webhooks.Providers.settings;
import static comms.webhooks.Providers.text;
import static comms.webhooks.Providers.word;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import comms.catalog.Property;
import comms.ingestion.RawEvent;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The signature is that of django-anymail's tests, checked with OpenSSL. */
class MailgunWebhookTest {

  private static final String KEY = "test-signing-key";
  private static final String TIMESTAMP = "1534108637";
  private static final String TOKEN = "651869375b9df3c98fc15c4889b102119add1235c38fc92824";
  private static final String SIGNATURE =
      "8e96cd2de939f83487969b7725bd4eae0f7d2b60223fa0b66825013452126dae";
  private static final String AT_ONCE = "2018-08-12T21:17:18Z";

  @Test
  void takesAFailureWithItsAttempt() {
    Reading reading = read(KEY, body(TIMESTAMP, TOKEN, SIGNATURE), AT_ONCE);
    RawEvent event = reading.events().getFirst();
    assertThat(event.event()).isEqualTo("notification_delivery_failed");
    assertThat(event.values())
        .as("neither the recipient nor the description")
        .containsOnlyKeys(
            Property.NOTIFICATION_ID,
            Property.CONTRACT_ID,
            Property.CHANNEL,
            Property.ERROR_CODE,
            Property.RETRY_COUNT);
    assertThat(text(event, Property.NOTIFICATION_ID)).isEqualTo("n1");
    assertThat(text(event, Property.ERROR_CODE)).isEqualTo("temporary");
    assertThat(text(event, Property.RETRY_COUNT)).isEqualTo("2");
    assertThat(reading.once()).contains(TOKEN);
  }

  @Test
  void refusesAnotherKeyTokenOrSignature() {
    assertUnproven("another-key", body(TIMESTAMP, TOKEN, SIGNATURE), AT_ONCE);
    assertUnproven(KEY, body(TIMESTAMP, TOKEN.replace('6', '7'), SIGNATURE), AT_ONCE);
    assertUnproven(KEY, body("1534108638", TOKEN, SIGNATURE), AT_ONCE);
    assertUnproven(KEY, body(TIMESTAMP, TOKEN, SIGNATURE.replace('e', 'f')), AT_ONCE);
    assertUnproven(KEY, "{\"event-data\":{\"event\":\"failed\"}}", AT_ONCE);
    assertUnproven(KEY, "[]", AT_ONCE);
  }

  @Test
  void refusesDigitsMovedBetweenTimeAndToken() {
    assertUnproven(KEY, body(TIMESTAMP + "6", TOKEN.substring(1), SIGNATURE), AT_ONCE);
    assertUnproven(KEY, body("153410863", "7" + TOKEN, SIGNATURE), AT_ONCE);
  }

  @Test
  void takesWhatIsTriedAgainForEightHoursAndNothingOlder() {
    String body = body(TIMESTAMP, TOKEN, SIGNATURE);
    assertThat(read(KEY, body, "2018-08-13T05:17:17Z").events()).hasSize(1);
    assertUnproven(KEY, body, "2018-08-13T06:17:18Z");
    assertUnproven(KEY, body, "2018-08-12T21:12:16Z");
  }

  @Test
  void isClosedWithoutAKey() {
    WebhookSettings none =
        new WebhookSettings(
            new WebhookSettings.SendGrid(List.of()),
            new WebhookSettings.Mailgun(List.of(" "), List.of()),
            new WebhookSettings.Postmark("", "", List.of(), List.of()),
            new WebhookSettings.Ses(List.of()));
    assertThat(new MailgunWebhook(none, Providers.at(AT_ONCE), Providers.JSON).configured())
        .isFalse();
    assertThat(new PostmarkWebhook(none, Providers.JSON).configured()).isFalse();
  }

  @Test
  void takesTheSignatureUnderAnyOfItsKeys() {
    String token = "t".repeat(50);
    assertThat(read(KEY, body(TIMESTAMP, token, sign(KEY, token)), AT_ONCE).events()).hasSize(1);
    String next = body(TIMESTAMP, token, sign(Providers.NEXT_KEY, token));
    assertThat(read(KEY, next, AT_ONCE).events()).hasSize(1);
    assertUnproven(KEY, body(TIMESTAMP, token, sign("another", token)), AT_ONCE);
  }

  @Test
  void aSubaccountIsProvenByTheSignatureOfTheAccountAboveIt() {
    String subaccount = sign("key-of-the-subaccount", TOKEN);
    String both = subaccount + "\",\"parent-signature\":\"";
    assertThat(read(KEY, body(TIMESTAMP, TOKEN, both + SIGNATURE), AT_ONCE).events()).hasSize(1);
    assertThat(
            read(
                    KEY,
                    body(TIMESTAMP, TOKEN, SIGNATURE + "\",\"parent-signature\":\"" + subaccount),
                    AT_ONCE)
                .events())
        .hasSize(1);
    assertUnproven(KEY, body(TIMESTAMP, TOKEN, both + subaccount), AT_ONCE);
    assertUnproven(KEY, body("1534108638", TOKEN, both + SIGNATURE), AT_ONCE);
  }

  private static String sign(String key, String token) {
    return HexFormat.of()
        .formatHex(Digests.hmacSha256(key.getBytes(UTF_8), (TIMESTAMP + token).getBytes(UTF_8)));
  }

  @ParameterizedTest
  @CsvSource({
    "failed, permanent, bounce, 1, hard_bounce",
    "failed, permanent, bounce, 4, hard_bounce",
    "failed, permanent, generic, 1, hard_bounce",
    "failed, permanent, old, 7, soft_bounce",
    "failed, permanent, espblock, 1, blocked",
    "failed, permanent, suppress-bounce, 1, suppressed",
    "failed, permanent, suppress-unsubscribe, 1, suppressed",
    "failed, temporary, greylisted, 1, temporary",
    "failed, temporary, espblock, 1, temporary",
    "rejected, , , , rejected",
    "unsubscribed, , , , unsubscribed",
    "complained, , , , complaint",
    "accepted, , , , ignored",
    "delivered, , , , ignored",
    "opened, , , , ignored",
    "clicked, , , , ignored"
  })
  void saysWhatBecameOfANotification(
      String event, String severity, String reason, String attempt, String outcome) {
    String sent =
        """
        {"event":"%s","severity":"%s","reason":"%s","delivery-status":{"attempt-no":%s}}"""
            .formatted(event, severity, reason, attempt);
    assertThat(word(MailgunReports.of(json(sent)))).isEqualTo(outcome);
  }

  private static String body(String timestamp, String token, String signature) {
    return MailgunPost.of(timestamp, token, signature, "n1", 3);
  }

  private static Reading read(String key, String body, String now) {
    return webhook(key, now).read(post(body, Map.of()));
  }

  private static void assertUnproven(String key, String body, String now) {
    Providers.assertUnproven(() -> read(key, body, now));
  }

  private static MailgunWebhook webhook(String key, String now) {
    return new MailgunWebhook(
        settings(List.of(), key, List.of(), List.of()), Providers.at(now), Providers.JSON);
  }
}
