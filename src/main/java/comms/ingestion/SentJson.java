package comms.ingestion;

import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Whole bodies as trees, for modules that read events of other forms than this one. As with events
 * what is no JSON costs the value that it stands in, for which there is an empty array then.
 */
@Component
public class SentJson {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** Deeper is nothing that anybody reads. */
  private static final int DEPTH = 16;

  private final EventJson json;
  private final DoorLimits limits;

  SentJson(EventJson json, DoorLimits limits) {
    this.json = json;
    this.limits = limits;
  }

  /** One without any configuration. */
  public static SentJson standard() {
    return new SentJson(new EventJson(), DoorLimits.defaults());
  }

  /**
   * The body as a tree.
   *
   * @throws Refusal when it cannot be cut into values, or an array in it is longer than a batch
   */
  public JsonNode read(byte[] body) {
    return read(new EventText.Decoder().decode(body, body.length));
  }

  /** The text as a tree; the same as for a body. */
  public JsonNode read(String text) {
    return read(Slice.of(text));
  }

  private JsonNode read(Slice text) {
    Cutter cutter = new Cutter(text);
    Slice value = cutter.value();
    if (cutter.peek() != Cutter.END) {
      throw cutter.broken();
    }
    return tree(value, 0);
  }

  private JsonNode tree(Slice piece, int depth) {
    JsonNode[] tree = {SentValue.ODD};
    if (json.reads(piece, parser -> tree[0] = parser.readValueAsTree())) {
      return checked(tree[0]);
    }
    if (depth < DEPTH && piece.isObject()) {
      return object(piece, depth);
    }
    return depth < DEPTH && piece.isArray() ? array(piece, depth) : SentValue.ODD;
  }

  private JsonNode object(Slice piece, int depth) {
    Cutter cutter = new Cutter(piece);
    cutter.take('{');
    ObjectNode object = NODES.objectNode();
    Members members = new Members(cutter, json);
    try {
      while (members.next()) {
        String name = members.name();
        object.set(name, tree(cutter.member(), depth + 1));
      }
    } catch (Refusal broken) {
      return refusedAsTooLarge(broken);
    }
    return object;
  }

  private JsonNode array(Slice piece, int depth) {
    Cutter cutter = new Cutter(piece);
    cutter.take('[');
    ArrayNode array = NODES.arrayNode();
    try {
      while (cutter.hasElement()) {
        array.add(tree(cutter.value(), depth + 1));
        checked(array);
      }
    } catch (Refusal broken) {
      return refusedAsTooLarge(broken);
    }
    return array;
  }

  private static JsonNode refusedAsTooLarge(Refusal refusal) {
    if (refusal.kind() == Refusal.Kind.TOO_LARGE) {
      throw refusal;
    }
    return SentValue.ODD;
  }

  private JsonNode checked(JsonNode tree) {
    if (tree.size() > limits.events()) {
      throw new Refusal(
          Refusal.Kind.TOO_LARGE,
          "An array or object has more than %d elements.".formatted(limits.events()));
    }
    return tree;
  }
}
