package comms.webhooks;

import comms.catalog.EventName;
import comms.catalog.Property;
import comms.ingestion.RawEvent;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What a push service has answered to one notification (RFC 8030). */
record PushAnswer(JsonNode sent) {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String WEB_PUSH = "web_push";

  private static final List<Property> FROM_SENDER =
      List.of(Property.NOTIFICATION_ID, Property.CONTRACT_ID, Property.THREAD_ID);

  /** Whether it has an HTTP status. */
  boolean readable() {
    return sent.path("status").isIntegralNumber() && status() >= 200 && status() <= 599;
  }

  int status() {
    return sent.path("status").asInt(0);
  }

  /** Whether the push service has taken the notification. */
  boolean taken() {
    return status() < 300;
  }

  /** The drop, or the failed attempt with its status. */
  RawEvent event() {
    Map<Property, JsonNode> values = new EnumMap<>(Property.class);
    FROM_SENDER.forEach(property -> copy(property, values));
    values.put(Property.CHANNEL, NODES.stringNode(WEB_PUSH));
    Optional<String> gone = gone();
    if (gone.isPresent()) {
      values.put(Property.DROP_REASON, NODES.stringNode(gone.get()));
      return RawEvent.of(EventName.NOTIFICATION_DROPPED, sent.path("timestamp"), values);
    }
    values.put(Property.ERROR_CODE, NODES.stringNode(String.valueOf(status())));
    copy(Property.RETRY_COUNT, values);
    return RawEvent.of(EventName.NOTIFICATION_DELIVERY_FAILED, sent.path("timestamp"), values);
  }

  private Optional<String> gone() {
    return switch (status()) {
      case 404 -> Optional.of("subscription_expired");
      case 410 -> Optional.of("unsubscribed");
      default -> Optional.empty();
    };
  }

  private void copy(Property property, Map<Property, JsonNode> values) {
    JsonNode value = sent.path(property.wireName());
    if (!value.isMissingNode()) {
      values.put(property, value);
    }
  }
}
