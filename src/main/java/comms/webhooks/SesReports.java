package comms.webhooks;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** Reads the events of Amazon SES, one report for each recipient. */
final class SesReports {

  private SesReports() {}

  /** The event's type, empty where it is no event of SES. */
  static String type(JsonNode event) {
    return event.path("eventType").asString(event.path("notificationType").asString(""));
  }

  /**
   * The reports, empty where the event is no failure.
   *
   * @param messageId the id of the SNS message, for events that have none of their own
   */
  static Optional<List<Report>> of(JsonNode event, String messageId) {
    return Optional.ofNullable(
        switch (type(event)) {
          case "Bounce" ->
              reports(event, event.path("bounce"), "bouncedRecipients", messageId, bounce(event));
          case "Complaint" ->
              reports(
                  event,
                  event.path("complaint"),
                  "complainedRecipients",
                  messageId,
                  complaint(event));
          case "DeliveryDelay" ->
              reports(
                  event,
                  event.path("deliveryDelay"),
                  "delayedRecipients",
                  messageId,
                  Outcome.TEMPORARY);
          case "Reject" -> whole(event, messageId, Outcome.BLOCKED);
          case "Rendering Failure" -> whole(event, messageId, Outcome.RENDERING_FAILURE);
          case "Subscription" ->
              optedOut(event.path("subscription").path("newTopicPreferences"))
                  ? whole(event, messageId, Outcome.UNSUBSCRIBED)
                  : null;
          default -> null;
        });
  }

  private static Outcome bounce(JsonNode event) {
    String detail = event.path("bounce").path("bounceSubType").asString("");
    return switch (event.path("bounce").path("bounceType").asString("")) {
      case "Permanent" ->
          detail.equals("Suppressed") || detail.equals("OnAccountSuppressionList")
              ? Outcome.SUPPRESSED
              : Outcome.HARD_BOUNCE;
      case "Transient" -> detail.equals("ContentRejected") ? Outcome.BLOCKED : Outcome.SOFT_BOUNCE;
      default -> Outcome.UNDETERMINED;
    };
  }

  private static Outcome complaint(JsonNode event) {
    String detail = event.path("complaint").path("complaintSubType").asString("");
    return detail.equals("OnAccountSuppressionList") ? Outcome.SUPPRESSED : Outcome.COMPLAINT;
  }

  private static boolean optedOut(JsonNode preferences) {
    return preferences.path("unsubscribeAll").asBoolean(false)
        || preferences
            .path("topicSubscriptionStatus")
            .valueStream()
            .anyMatch(
                topic -> topic.path("subscriptionStatus").asString("").equalsIgnoreCase("OptOut"));
  }

  private static List<Report> reports(
      JsonNode event, JsonNode detail, String recipients, String messageId, Outcome outcome) {
    String id = detail.path("feedbackId").asString(messageId);
    JsonNode at = detail.path("timestamp");
    return IntStream.range(0, Math.max(1, detail.path(recipients).size()))
        .mapToObj(n -> report(event, outcome, at, id + "#" + n))
        .toList();
  }

  /** The report about a message that has left for nobody. */
  private static List<Report> whole(JsonNode event, String messageId, Outcome outcome) {
    JsonNode subscribed = event.path("subscription").path("timestamp");
    JsonNode at = subscribed.isMissingNode() ? event.path("mail").path("timestamp") : subscribed;
    return List.of(report(event, outcome, at, messageId));
  }

  private static Report report(JsonNode event, Outcome outcome, JsonNode at, String id) {
    return new Report(outcome, at, SesArguments.of(event.path("mail")), Retry.madeOf(id));
  }
}
