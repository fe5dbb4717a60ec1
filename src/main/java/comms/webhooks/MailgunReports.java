package comms.webhooks;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads Mailgun's events. */
final class MailgunReports {

  private MailgunReports() {}

  /** The report, empty where the event is no failure. */
  static Optional<Report> of(JsonNode event) {
    return outcome(event)
        .map(
            outcome ->
                new Report(
                    outcome,
                    event.path("timestamp"),
                    event.path("user-variables"),
                    Retry.of(attempt(event), event.path("id").asString(""))));
  }

  private static Optional<Outcome> outcome(JsonNode event) {
    return Optional.ofNullable(
        switch (event.path("event").asString("")) {
          case "failed" -> failed(event);
          case "rejected" -> Outcome.REJECTED;
          case "unsubscribed" -> Outcome.UNSUBSCRIBED;
          case "complained" -> Outcome.COMPLAINT;
          default -> null;
        });
  }

  private static Outcome failed(JsonNode event) {
    String reason = event.path("reason").asString("");
    if (reason.startsWith("suppress-")) {
      return Outcome.SUPPRESSED;
    }
    if (event.path("severity").asString("").equals("temporary")) {
      return Outcome.TEMPORARY;
    }
    if (reason.equals("espblock")) {
      return Outcome.BLOCKED;
    }
    boolean retried = Retry.of(attempt(event), "").isAfterFirst();
    return retried && !reason.equals("bounce") ? Outcome.SOFT_BOUNCE : Outcome.HARD_BOUNCE;
  }

  private static JsonNode attempt(JsonNode event) {
    return event.path("delivery-status").path("attempt-no");
  }
}
