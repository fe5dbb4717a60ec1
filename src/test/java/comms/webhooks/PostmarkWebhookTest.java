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
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostmarkWebhookTest {

  private static final String BOUNCE =
      """
      {"RecordType":"Bounce","ID":4323372036854775807,"Type":"HardBounce","TypeCode":1,
       "Email":"alice@example.com","Description":"text","Details":"550 alice@example.com",
       "BouncedAt":"2026-01-05T10:00:00.2735393-04:00",
       "Metadata":{"notification_id":"n1","thread_id":"t1","name":"Alice"}}""";

  @Test
  void takesABounce() {
    RawEvent event =
        webhook(List.of()).read(authorised(BOUNCE, "postmark:pass:word")).events().getFirst();
    assertThat(event.event()).isEqualTo("notification_delivery_failed");
    assertThat(event.values())
        .as("neither the address nor any text")
        .containsOnlyKeys(
            Property.NOTIFICATION_ID,
            Property.THREAD_ID,
            Property.CHANNEL,
            Property.ERROR_CODE,
            Property.RETRY_COUNT);
    assertThat(text(event, Property.ERROR_CODE)).isEqualTo("hard_bounce");
    assertThat(event.timestamp().asString()).startsWith("2026-01-05T10:00:00");
  }

  @ParameterizedTest
  @ValueSource(strings = {"postmark:wrong", "other:pass:word", "postmark", "", ":"})
  void refusesOtherCredentials(String credentials) {
    assertUnproven(List.of(), authorised(BOUNCE, credentials));
  }

  @Test
  void takesAnyOfSeveralLogins() {
    assertThat(webhook(List.of()).read(authorised(BOUNCE, "next:pass:word")).events()).hasSize(1);
    assertUnproven(List.of(), authorised(BOUNCE, "nobody"));
  }

  @Test
  void refusesWhoeverDoesNotSayWhoTheyAre() {
    assertUnproven(List.of(), post(BOUNCE, Map.of()));
    assertUnproven(List.of(), post(BOUNCE, Map.of("Authorization", "Bearer x")));
    assertUnproven(List.of(), post(BOUNCE, Map.of("Authorization", "Basic %%%")));
  }

  @Test
  void takesItFromTheAddressesThatAreAllowed() {
    Post post = authorised(BOUNCE, "postmark:pass:word");
    assertThat(webhook(List.of("198.51.100.1", "192.0.2.0/24")).read(post).events()).hasSize(1);
    assertUnproven(List.of("198.51.100.1"), post);
  }

  @ParameterizedTest
  @CsvSource({
    "Bounce, HardBounce, hard_bounce",
    "Bounce, BadEmailAddress, hard_bounce",
    "Bounce, SoftBounce, soft_bounce",
    "Bounce, Transient, temporary",
    "Bounce, DnsError, temporary",
    "Bounce, Unsubscribe, unsubscribed",
    "Bounce, Blocked, blocked",
    "Bounce, DMARCPolicy, blocked",
    "Bounce, ManuallyDeactivated, blocked",
    "Bounce, SpamNotification, complaint",
    "Bounce, TemplateRenderingFailed, rendering_failure",
    "Bounce, AutoResponder, ignored",
    "Bounce, Unknown, undetermined",
    "SpamComplaint, SpamComplaint, complaint",
    "Delivery, , ignored",
    "Open, , ignored",
    "Click, , ignored"
  })
  void saysWhatBecameOfANotification(String record, String type, String outcome) {
    String sent = "{\"RecordType\":\"%s\",\"Type\":\"%s\",\"ID\":1}".formatted(record, type);
    assertThat(word(PostmarkReports.of(json(sent)))).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource({
    "true, ManualSuppression, unsubscribed",
    "true, HardBounce, suppressed",
    "true, SpamComplaint, complaint",
    "false, , ignored"
  })
  void saysWhyAnAddressIsSuppressed(boolean suppressed, String reason, String outcome) {
    String sent =
        """
        {"RecordType":"SubscriptionChange","SuppressSending":%s,"SuppressionReason":"%s",
         "ChangedAt":"2026-01-05T10:00:00Z"}"""
            .formatted(suppressed, reason);
    assertThat(word(PostmarkReports.of(json(sent)))).isEqualTo(outcome);
  }

  private static Post authorised(String body, String credentials) {
    return post(
        body,
        Map.of(
            "authorization",
            "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8))));
  }

  private static void assertUnproven(List<String> addresses, Post post) {
    Providers.assertUnproven(() -> webhook(addresses).read(post));
  }

  private static PostmarkWebhook webhook(List<String> addresses) {
    return new PostmarkWebhook(settings(List.of(), "", addresses, List.of()), Providers.JSON);
  }
}
