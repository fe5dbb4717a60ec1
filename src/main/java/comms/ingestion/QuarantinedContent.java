package comms.ingestion;

import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * The JSON that quarantine keeps of an event: its pseudonymised envelope and the properties that
 * the catalog knows, enough to check it again after a fix. Values that do not fit their type are
 * cut.
 */
@Component
class QuarantinedContent {

  /**
   * More than a text may have, so that what was too long stays so, half a character less or not.
   */
  private static final int LONGEST = 202;

  private static final JsonNode ARRAY = JsonNodeFactory.instance.arrayNode();
  private static final JsonNode OBJECT = JsonNodeFactory.instance.objectNode();

  private final EventJson json;

  QuarantinedContent(EventJson json) {
    this.json = json;
  }

  String of(Draft draft) {
    ObjectNode content = json.object();
    content.put("event", draft.raw().event());
    putScalar(content, "timestamp", draft.raw().timestamp());
    putScalar(content, "offset", draft.raw().offset());
    draft.delivery().sentAt().ifPresent(at -> content.put("sent_at", at.toString()));
    content.put("distinct_id", draft.distinctId());
    content.put("source", draft.source().wireName());
    ObjectNode properties = content.putObject("properties");
    draft.values().forEach((property, value) -> put(properties, property.wireName(), value));
    return json.write(content);
  }

  private static void putScalar(ObjectNode content, String name, JsonNode sent) {
    if (!sent.isMissingNode()) {
      content.set(name, sent);
    }
  }

  private static void put(ObjectNode properties, String name, Value value) {
    switch (value) {
      case Value.Fit(String text) -> properties.put(name, text);
      case Value.Fit(Long number) -> properties.put(name, number);
      case Value.Fit(Double number) -> properties.put(name, number);
      case Value.Fit(Boolean flag) -> properties.put(name, flag);
      case Value.Fit(Object other) ->
          throw new IllegalStateException("no property has the type " + other.getClass());
      case Value.Unfit(JsonNode sent) -> properties.set(name, cut(sent));
    }
  }

  private static JsonNode cut(JsonNode sent) {
    if (sent.isContainer()) {
      return sent.isArray() ? ARRAY : OBJECT;
    }
    return sent.isString() && sent.asString().length() > LONGEST
        ? StringNode.valueOf(EventText.cut(sent.asString(), LONGEST))
        : sent;
  }
}
