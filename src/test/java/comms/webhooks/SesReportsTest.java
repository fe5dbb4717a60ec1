package comms.webhooks;

import static comms.webhooks.Providers.json;
import static comms.webhooks.Providers.text;
import static org.assertj.core.api.Assertions.assertThat;

import comms.catalog.Property;
import comms.ingestion.RawEvent;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SesReportsTest {

  @ParameterizedTest
  @CsvSource({
    "Permanent, General, hard_bounce",
    "Permanent, NoEmail, hard_bounce",
    "Permanent, Suppressed, suppressed",
    "Permanent, OnAccountSuppressionList, suppressed",
    "Transient, General, soft_bounce",
    "Transient, MailboxFull, soft_bounce",
    "Transient, ContentRejected, blocked",
    "Undetermined, Undetermined, undetermined"
  })
  void saysWhyAMailBounced(String type, String detail, String outcome) {
    assertThat(
            words(
                """
                {"notificationType":"Bounce","bounce":{"bounceType":"%s","bounceSubType":"%s",
                 "bouncedRecipients":[{"emailAddress":"a@example.com"}]}}"""
                    .formatted(type, detail)))
        .containsExactly(outcome);
  }

  @ParameterizedTest
  @CsvSource({
    "Reject, blocked",
    "Rendering Failure, rendering_failure",
    "DeliveryDelay, temporary",
    "Complaint, complaint",
    "Send, ignored",
    "Delivery, ignored",
    "Open, ignored",
    "Click, ignored",
    "Subscription, ignored"
  })
  void saysWhatBecameOfANotification(String type, String outcome) {
    assertThat(words("{\"eventType\":\"%s\"}".formatted(type))).containsExactly(outcome);
  }

  @Test
  void tellsOptingOutFromOptingIn() {
    assertThat(words(subscription("\"unsubscribeAll\":true"))).containsExactly("unsubscribed");
    assertThat(
            words(
                subscription(
                    "\"topicSubscriptionStatus\":"
                        + "[{\"topicName\":\"a\",\"subscriptionStatus\":\"OptOut\"}]")))
        .containsExactly("unsubscribed");
    assertThat(
            words(
                subscription(
                    "\"topicSubscriptionStatus\":"
                        + "[{\"topicName\":\"a\",\"subscriptionStatus\":\"OptIn\"}]")))
        .containsExactly("ignored");
  }

  @Test
  void aComplaintOfLongAgoIsASuppression() {
    assertThat(
            words(
                """
                {"eventType":"Complaint","complaint":
                 {"complaintSubType":"OnAccountSuppressionList","complainedRecipients":[{}]}}"""))
        .containsExactly("suppressed");
  }

  @Test
  void everyRecipientIsAnAttemptOfItsOwn() {
    String bounce =
        """
        {"eventType":"Bounce","bounce":{"bounceType":"Permanent","bounceSubType":"General",
         "feedbackId":"f1","timestamp":"2026-01-05T10:00:00.000Z","bouncedRecipients":
         [{"emailAddress":"a@example.com"},{"emailAddress":"b@example.com"}]},
         "mail":{"tags":{"notification_id":["n1"],"ses:from-domain":["example.com"]},
         "headers":[{"name":"x-contract-id","value":"c/1"},{"name":"To","value":"a@example.com"}]}}""";
    List<RawEvent> events = events(bounce);
    assertThat(events)
        .hasSize(2)
        .allSatisfy(
            event -> {
              assertThat(event.event()).isEqualTo("notification_delivery_failed");
              assertThat(text(event, Property.NOTIFICATION_ID)).isEqualTo("n1");
              assertThat(text(event, Property.CONTRACT_ID)).isEqualTo("c/1");
              assertThat(event.values().toString()).doesNotContain("@");
            });
    List<String> retries = events.stream().map(e -> text(e, Property.RETRY_COUNT)).toList();
    assertThat(retries).doesNotHaveDuplicates();
    assertThat(events(bounce).stream().map(e -> text(e, Property.RETRY_COUNT)))
        .as("whatever message brings it")
        .isEqualTo(retries);
  }

  private static String subscription(String preferences) {
    return "{\"eventType\":\"Subscription\",\"subscription\":{\"newTopicPreferences\":{%s}}}"
        .formatted(preferences);
  }

  private static List<RawEvent> events(String event) {
    return SesReports.of(json(event), String.valueOf(System.nanoTime())).orElseThrow().stream()
        .map(Report::event)
        .toList();
  }

  private static List<String> words(String event) {
    return SesReports.of(json(event), "m1")
        .map(reports -> reports.stream().map(report -> report.outcome().wireName()).toList())
        .orElse(List.of("ignored"));
  }
}
