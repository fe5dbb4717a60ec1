package comms.webhooks;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads Postmark's records. */
final class PostmarkReports {

  private PostmarkReports() {}

  /** The report, empty where the record is no failure. */
  static Optional<Report> of(JsonNode event) {
    return outcome(event)
        .map(
            outcome ->
                new Report(
                    outcome,
                    event.path(
                        event.path("RecordType").asString("").equals("SubscriptionChange")
                            ? "ChangedAt"
                            : "BouncedAt"),
                    event.path("Metadata"),
                    Retry.madeOf(event.path("ID").asString(""))));
  }

  /** The record's type, of a bounce with its kind. */
  static String type(JsonNode event) {
    String type = event.path("RecordType").asString("");
    return type.equals("Bounce") ? type + " " + event.path("Type").asString("") : type;
  }

  private static Optional<Outcome> outcome(JsonNode event) {
    return Optional.ofNullable(
        switch (event.path("RecordType").asString("")) {
          case "Bounce" -> bounce(event.path("Type").asString(""));
          case "SpamComplaint" -> Outcome.COMPLAINT;
          case "SubscriptionChange" ->
              event.path("SuppressSending").asBoolean(false)
                  ? suppression(event.path("SuppressionReason").asString(""))
                  : null;
          default -> null;
        });
  }

  private static @Nullable Outcome bounce(String type) {
    return switch (type) {
      case "HardBounce", "BadEmailAddress" -> Outcome.HARD_BOUNCE;
      case "SoftBounce" -> Outcome.SOFT_BOUNCE;
      case "Transient", "DnsError" -> Outcome.TEMPORARY;
      case "Unsubscribe" -> Outcome.UNSUBSCRIBED;
      case "Blocked", "DMARCPolicy", "ManuallyDeactivated" -> Outcome.BLOCKED;
      case "SpamComplaint", "SpamNotification" -> Outcome.COMPLAINT;
      case "TemplateRenderingFailed" -> Outcome.RENDERING_FAILURE;
      case "AutoResponder", "AddressChange", "Subscribe", "ChallengeVerification" -> null;
      default -> Outcome.UNDETERMINED;
    };
  }

  private static Outcome suppression(String reason) {
    return switch (reason) {
      case "HardBounce" -> Outcome.SUPPRESSED;
      case "SpamComplaint" -> Outcome.COMPLAINT;
      default -> Outcome.UNSUBSCRIBED;
    };
  }
}
