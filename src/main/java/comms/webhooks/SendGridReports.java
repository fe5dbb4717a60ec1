package comms.webhooks;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads SendGrid's events; the arguments of the sender stand among its own fields. */
final class SendGridReports {

  private SendGridReports() {}

  /** The report, empty where the event is no failure. */
  static Optional<Report> of(JsonNode event) {
    return outcome(event)
        .map(
            outcome ->
                new Report(
                    outcome,
                    event.path("timestamp"),
                    event,
                    Retry.of(event.path("attempt"), id(event))));
  }

  private static Optional<Outcome> outcome(JsonNode event) {
    return Optional.ofNullable(
        switch (event.path("event").asString("")) {
          case "dropped" -> dropped(event.path("reason").asString(""));
          case "bounce" ->
              event.path("type").asString("").equals("blocked")
                  ? Outcome.BLOCKED
                  : Outcome.HARD_BOUNCE;
          case "deferred" -> Outcome.TEMPORARY;
          case "unsubscribe", "group_unsubscribe" -> Outcome.UNSUBSCRIBED;
          case "spamreport" -> Outcome.COMPLAINT;
          default -> null;
        });
  }

  private static Outcome dropped(String reason) {
    return switch (reason) {
      case "Unsubscribed Address" -> Outcome.UNSUBSCRIBED;
      case "Bounced Address", "Spam Reporting Address" -> Outcome.SUPPRESSED;
      default -> Outcome.REJECTED;
    };
  }

  private static String id(JsonNode event) {
    return event
        .path("sg_event_id")
        .asString(
            event.path("event").asString("")
                + event.path("sg_message_id").asString("")
                + event.path("timestamp").asString(""));
  }
}
