package comms.ingestion;

import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON of events, read under limits. It is a class of its own, not the application's {@link
 * JsonMapper}, because only what strangers send needs such limits. What is over them is no fault of
 * the request: it is read piece by piece instead, see {@link OddEvent}.
 */
@Component
class EventJson {

  /** Deeper is nothing that the catalog knows. */
  private static final int DEPTH = 64;

  private final JsonMapper mapper;

  EventJson() {
    StreamReadConstraints constraints =
        StreamReadConstraints.builder()
            .maxNestingDepth(DEPTH)
            .maxStringLength(Integer.MAX_VALUE)
            .build();
    this.mapper =
        JsonMapper.builder(
                JsonFactory.builder()
                    .streamReadConstraints(constraints)
                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .build())
            .build();
  }

  /**
   * Reads a piece, whose first token the parser then stands on; false where it is not one value.
   */
  boolean reads(Slice piece, Consumer<JsonParser> read) {
    if (!piece.whole() || piece.length() == 0) {
      return false;
    }
    try (JsonParser parser = parse(piece)) {
      if (parser.nextToken() == null) {
        return false;
      }
      read.accept(parser);
      return parser.nextToken() == null;
    } catch (JacksonException odd) {
      return false;
    }
  }

  /** The name of a member, empty where it is broken. */
  String name(Slice piece) {
    if (!piece.isString()) {
      return piece.toString();
    }
    String[] name = {""};
    return reads(piece, parser -> name[0] = parser.getString()) ? name[0] : "";
  }

  private JsonParser parse(Slice piece) {
    return mapper.createParser(piece.text(), piece.from(), piece.length());
  }

  JsonParser parse(String text) {
    return mapper.createParser(text);
  }

  ObjectNode object() {
    return mapper.createObjectNode();
  }

  String write(JsonNode node) {
    return mapper.writeValueAsString(node);
  }
}
