package comms.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import comms.ingestion.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A message of Amazon SNS, not verified yet. */
record SnsMessage(JsonNode body) {

  static final String NOTIFICATION = "Notification";
  static final String SUBSCRIPTION = "SubscriptionConfirmation";

  private static final List<String> SIGNED_NOTIFICATION =
      List.of("Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type");

  private static final List<String> SIGNED_SUBSCRIPTION =
      List.of("Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type");

  String type() {
    return text("Type");
  }

  String topic() {
    return text("TopicArn");
  }

  /** The same for every attempt at the same message. */
  String id() {
    return text("MessageId");
  }

  String text(String field) {
    return body.path(field).asString("");
  }

  /** When it was published. */
  Instant time() {
    try {
      return Instant.parse(text("Timestamp"));
    } catch (DateTimeException e) {
      throw new Refusal(Refusal.Kind.UNPROVEN, "The time of the signature cannot be read.", e);
    }
  }

  /** What the signature is made over: the fields that are there, each after its name. */
  byte[] signed() {
    List<String> fields = type().equals(NOTIFICATION) ? SIGNED_NOTIFICATION : SIGNED_SUBSCRIPTION;
    StringBuilder text = new StringBuilder();
    for (String field : fields) {
      if (body.path(field).isString()) {
        text.append(field).append('\n').append(text(field)).append('\n');
      }
    }
    return text.toString().getBytes(UTF_8);
  }
}
