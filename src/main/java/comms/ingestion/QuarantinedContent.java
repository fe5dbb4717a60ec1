package comms.ingestion;

import comms.catalog.EventName;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * The JSON that quarantine keeps of an event: its pseudonymised envelope and the properties that
 * the catalog knows, enough to check it again after a fix. Of what does not fit, it keeps what
 * {@link UnfitValues} allows.
 */
@Component
class QuarantinedContent {

  /** The name under which events are listed whose own is none that a program would have. */
  private static final String OTHER = "(other)";

  /** An offset with more digits could be anything; the time that it stood for is kept instead. */
  private static final double LONGEST_OFFSET = 1e8;

  private final EventJson json;
  private final UnfitValues unfit;

  QuarantinedContent(EventJson json, UnfitValues unfit) {
    this.json = json;
    this.unfit = unfit;
  }

  /** The name under which the event is listed and counted. */
  static String eventName(Draft draft) {
    String sent = draft.raw().event();
    return sent.isEmpty() || UnfitValues.isWord(sent) ? sent : OTHER;
  }

  String of(Draft draft) {
    ObjectNode content = json.object();
    content.set("event", event(draft.raw().event()));
    putTime(content, draft);
    content.put("distinct_id", draft.distinctId());
    content.put("source", draft.source().wireName());
    ObjectNode properties = content.putObject("properties");
    draft.values().forEach((property, value) -> put(properties, property.wireName(), value));
    return json.write(content);
  }

  private JsonNode event(String sent) {
    StringNode name = StringNode.valueOf(sent);
    return sent.isEmpty() || EventName.named(sent).isPresent() ? name : unfit.kept(name);
  }

  /** The time as sent, where it is seen to be one; else, if it could be read, as it was read. */
  private void putTime(ObjectNode content, Draft draft) {
    JsonNode sent = draft.raw().timestamp();
    JsonNode offset = draft.raw().offset();
    Optional<String> sentAt = draft.delivery().sentAt().map(Object::toString);
    if (!SenderTime.isAbsent(sent)) {
      JsonNode kept = unfit.keptTime(sent);
      content.set(
          "timestamp",
          kept.equals(sent) || draft.sentTime().isEmpty()
              ? kept
              : StringNode.valueOf(draft.sentTime().get().toString()));
    } else if (offset.isNumber() && Math.abs(offset.doubleValue()) >= LONGEST_OFFSET) {
      draft.timestamp().ifPresent(time -> content.put("timestamp", time.toString()));
      return;
    } else if (!offset.isMissingNode()) {
      content.set("offset", unfit.kept(offset));
    }
    sentAt.ifPresent(at -> content.put("sent_at", at));
  }

  private void put(ObjectNode properties, String name, Value value) {
    switch (value) {
      case Value.Fit(String text) -> properties.put(name, text);
      case Value.Fit(Long number) -> properties.put(name, number);
      case Value.Fit(Double number) -> properties.put(name, number);
      case Value.Fit(Boolean flag) -> properties.put(name, flag);
      case Value.Fit(Object other) ->
          throw new IllegalStateException("no property has the type " + other.getClass());
      case Value.Unfit(JsonNode sent) -> properties.set(name, unfit.kept(sent));
    }
  }
}
