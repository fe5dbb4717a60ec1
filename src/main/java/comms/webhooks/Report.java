package comms.webhooks;

import comms.catalog.EventName;
import comms.catalog.Property;
import comms.ingestion.RawEvent;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What an e-mail provider says about one notification and one recipient.
 *
 * @param at when it happened, as sent
 * @param arguments what the sender of the notification has given the provider along with it
 * @param retry which attempt it was; only a failure has one
 */
record Report(Outcome outcome, JsonNode at, JsonNode arguments, Retry retry) {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String EMAIL = "email";

  private static final List<Property> FROM_SENDER =
      List.of(Property.NOTIFICATION_ID, Property.CONTRACT_ID, Property.THREAD_ID);

  /** The event; recipients, texts and all other properties stay behind. */
  RawEvent event() {
    Map<Property, JsonNode> values = new EnumMap<>(Property.class);
    for (Property property : FROM_SENDER) {
      JsonNode value = arguments.path(property.wireName());
      if (!value.isMissingNode()) {
        values.put(property, value);
      }
    }
    values.put(Property.CHANNEL, NODES.stringNode(EMAIL));
    values.put(outcome.reason(), NODES.stringNode(outcome.wireName()));
    if (outcome.event() == EventName.NOTIFICATION_DELIVERY_FAILED) {
      values.put(Property.RETRY_COUNT, NODES.numberNode(retry.count()));
    }
    return RawEvent.of(outcome.event(), at, values);
  }
}
