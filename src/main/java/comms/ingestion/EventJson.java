package comms.ingestion;

import java.io.Reader;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON of events, read as a stream under the door's limits. It is a class of its own, not the
 * application's {@link JsonMapper}, because only what strangers send needs such limits.
 */
@Component
class EventJson {

  private final JsonMapper mapper;

  EventJson(DoorLimits limits) {
    StreamReadConstraints constraints =
        StreamReadConstraints.builder()
            .maxNestingDepth(limits.depth())
            .maxStringLength((int) Math.min(Integer.MAX_VALUE, limits.decoded().toBytes()))
            .build();
    this.mapper =
        JsonMapper.builder(JsonFactory.builder().streamReadConstraints(constraints).build())
            .build();
  }

  JsonParser parse(Reader text) {
    return mapper.createParser(text);
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
