package comms.webhooks;

import static comms.webhooks.Providers.json;
import static comms.webhooks.Providers.post;
import static comms.webhooks.Providers.settings;
import static comms.webhooks.Providers.text;
import static comms.webhooks.Providers.word;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comms.catalog.Property;
import comms.ingestion.RawEvent;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SendGridWebhookTest {

  private static final String AT_ONCE = "2020-09-14T19:41:43Z";

  @Test
  void takesThePublishedVector() {
    Reading reading = read(SendGridVector.KEY, SendGridVector.BODY, AT_ONCE);
    RawEvent event = reading.events().getFirst();
    assertThat(event.event()).isEqualTo("notification_dropped");
    assertThat(text(event, Property.DROP_REASON)).isEqualTo("suppressed");
    assertThat(event.timestamp().asLong()).isEqualTo(1600112492);
    assertThat(event.values())
        .as("neither the address nor the reason's text")
        .containsOnlyKeys(Property.CHANNEL, Property.DROP_REASON);
  }

  @Test
  void anyOfSeveralKeysWillDo() {
    assertThat(
            webhook(List.of(SendGridVector.OTHER_KEY, SendGridVector.KEY), AT_ONCE)
                .read(signed(SendGridVector.BODY))
                .events())
        .hasSize(1);
  }

  @Test
  void refusesAnotherKey() {
    assertUnproven(SendGridVector.OTHER_KEY, SendGridVector.BODY, AT_ONCE);
  }

  @Test
  void refusesABodyThatIsChangedByOneByte() {
    assertUnproven(SendGridVector.KEY, SendGridVector.BODY.replace("dropped", "bropped"), AT_ONCE);
    assertUnproven(SendGridVector.KEY, SendGridVector.BODY.strip(), AT_ONCE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "timestamp", "1600112503", "99999999999999999999"})
  void refusesAnotherTimestamp(String timestamp) {
    assertUnproven(
        SendGridVector.KEY,
        post(
            SendGridVector.BODY,
            Map.of(
                SendGridWebhook.SIGNATURE,
                SendGridVector.SIGNATURE,
                SendGridWebhook.TIMESTAMP,
                timestamp)),
        AT_ONCE);
  }

  @Test
  void refusesWhatIsNotSignedAtAll() {
    assertUnproven(SendGridVector.KEY, post(SendGridVector.BODY, Map.of()), AT_ONCE);
    assertUnproven(
        SendGridVector.KEY,
        post(
            SendGridVector.BODY,
            Map.of(
                SendGridWebhook.SIGNATURE, "no base64", SendGridWebhook.TIMESTAMP, "1600112502")),
        AT_ONCE);
  }

  @Test
  void takesWhatIsTriedAgainForADayAndNothingOlder() {
    assertThat(read(SendGridVector.KEY, SendGridVector.BODY, "2020-09-15T19:41:42Z").events())
        .hasSize(1);
    assertUnproven(SendGridVector.KEY, SendGridVector.BODY, "2020-09-15T20:41:43Z");
    assertUnproven(SendGridVector.KEY, SendGridVector.BODY, "2020-09-14T19:36:41Z");
  }

  @Test
  void refusesToStartWithAKeyThatIsNone() {
    assertThatThrownBy(() -> webhook(List.of("c2VjcmV0"), AT_ONCE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("COMMS_WEBHOOKS_SENDGRID_PUBLIC_KEYS")
        .hasMessageNotContaining("c2VjcmV0");
  }

  @Test
  void isClosedWithoutAKey() {
    assertThat(webhook(List.of(), AT_ONCE).configured()).isFalse();
    assertThat(webhook(List.of(" "), AT_ONCE).configured()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "dropped, Unsubscribed Address, , unsubscribed",
    "dropped, Bounced Address, , suppressed",
    "dropped, Spam Reporting Address, , suppressed",
    "dropped, Invalid, , rejected",
    "dropped, Recipient List over Package Quota, , rejected",
    "bounce, 550 5.1.1, bounce, hard_bounce",
    "bounce, 550 5.7.1, blocked, blocked",
    "deferred, , , temporary",
    "unsubscribe, , , unsubscribed",
    "group_unsubscribe, , , unsubscribed",
    "spamreport, , , complaint",
    "group_resubscribe, , , ignored",
    "processed, , , ignored",
    "delivered, , , ignored",
    "open, , , ignored",
    "click, , , ignored",
    "something_new, , , ignored"
  })
  void saysWhatBecameOfANotification(String event, String reason, String type, String outcome) {
    String sent =
        """
        {"event":"%s","reason":"%s","type":"%s","sg_event_id":"e1"}"""
            .formatted(event, reason, type);
    assertThat(word(SendGridReports.of(json(sent)))).isEqualTo(outcome);
  }

  @Test
  void countsAttemptsAndTellsOtherFailuresApart() {
    assertThat(retry("{\"event\":\"deferred\",\"attempt\":\"1\",\"sg_event_id\":\"a\"}")).isZero();
    assertThat(retry("{\"event\":\"deferred\",\"attempt\":\"5\",\"sg_event_id\":\"b\"}"))
        .isEqualTo(4);
    long bounce = retry("{\"event\":\"bounce\",\"sg_event_id\":\"c\"}");
    assertThat(bounce).isBetween(1_000_000_000L, 1_999_999_999L);
    assertThat(retry("{\"event\":\"bounce\",\"sg_event_id\":\"c\"}")).isEqualTo(bounce);
    assertThat(retry("{\"event\":\"bounce\",\"sg_event_id\":\"d\"}")).isNotEqualTo(bounce);
  }

  private static long retry(String event) {
    return SendGridReports.of(json(event)).orElseThrow().retry().count();
  }

  private static Reading read(String key, String body, String now) {
    return webhook(List.of(key), now).read(signed(body));
  }

  private static void assertUnproven(String key, String body, String now) {
    assertUnproven(key, signed(body), now);
  }

  private static void assertUnproven(String key, Post post, String now) {
    Providers.assertUnproven(() -> webhook(List.of(key), now).read(post));
  }

  private static Post signed(String body) {
    return post(
        body,
        Map.of(
            SendGridWebhook.SIGNATURE,
            SendGridVector.SIGNATURE,
            SendGridWebhook.TIMESTAMP,
            SendGridVector.TIMESTAMP));
  }

  private static SendGridWebhook webhook(List<String> keys, String now) {
    return new SendGridWebhook(
        settings(keys, "", List.of(), List.of()), Providers.at(now), Providers.JSON);
  }
}
