package comms.webhooks;

import comms.ingestion.Refusal;
import comms.ingestion.SentJson;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Reads the JSON of providers. */
@Component
class ProviderJson {

  private final SentJson json;

  ProviderJson(SentJson json) {
    this.json = json;
  }

  /**
   * The body as a tree.
   *
   * @throws Refusal when it cannot be cut into values; the message does not repeat it
   */
  JsonNode read(byte[] body) {
    return json.read(body);
  }

  /** The text as a tree, a missing node where it is no JSON object. */
  JsonNode object(String text) {
    try {
      JsonNode node = json.read(text);
      return node.isObject() ? node : MissingNode.getInstance();
    } catch (Refusal unreadable) {
      return MissingNode.getInstance();
    }
  }
}
