package comms.webhooks;

import comms.ingestion.Refusal;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the JSON of providers. */
@Component
class ProviderJson {

  private final JsonMapper mapper;

  ProviderJson(JsonMapper mapper) {
    this.mapper = mapper;
  }

  /**
   * The body as a tree.
   *
   * @throws Refusal when it is no JSON; the message does not repeat it
   */
  JsonNode read(byte[] body) {
    try {
      return mapper.readTree(body);
    } catch (JacksonException e) {
      throw new Refusal(Refusal.Kind.UNREADABLE, "The body is not valid JSON.", e);
    }
  }

  /** The text as a tree, a missing node where it is no JSON object. */
  JsonNode object(String text) {
    try {
      JsonNode node = mapper.readTree(text);
      return node.isObject() ? node : mapper.missingNode();
    } catch (JacksonException e) {
      return mapper.missingNode();
    }
  }
}
