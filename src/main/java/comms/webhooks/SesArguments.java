package comms.webhooks;

import comms.catalog.Property;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the sender has given SES along with a mail: message tags, each a list of values, or headers
 * of the mail for ids that a tag cannot hold.
 */
final class SesArguments {

  private static final Map<Property, String> HEADERS =
      Map.of(
          Property.NOTIFICATION_ID, "X-Notification-Id",
          Property.CONTRACT_ID, "X-Contract-Id",
          Property.THREAD_ID, "X-Thread-Id");

  private SesArguments() {}

  /** The arguments by the names of their properties. */
  static JsonNode of(JsonNode mail) {
    ObjectNode arguments = JsonNodeFactory.instance.objectNode();
    HEADERS.forEach(
        (property, header) ->
            tag(mail, property)
                .or(() -> header(mail, header))
                .ifPresent(value -> arguments.set(property.wireName(), value)));
    return arguments;
  }

  private static Optional<JsonNode> tag(JsonNode mail, Property property) {
    JsonNode values = mail.path("tags").path(property.wireName());
    return values.isArray() && !values.isEmpty() ? Optional.of(values.get(0)) : Optional.empty();
  }

  private static Optional<JsonNode> header(JsonNode mail, String name) {
    return mail.path("headers")
        .valueStream()
        .filter(header -> header.path("name").asString("").equalsIgnoreCase(name))
        .map(header -> header.path("value"))
        .filter(JsonNode::isString)
        .findFirst();
  }
}
