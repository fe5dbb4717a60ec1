package comms.ingestion;

import comms.catalog.Property;
import comms.catalog.PropertyType;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;

/**
 * The fields of one event, collected while its object is read. Values of properties that the
 * catalog does not know are never turned into objects.
 */
final class EventFields {

  /** Longer than any value that is accepted; beyond it only the fact that it is too long counts. */
  private static final int KEPT = 1000;

  private static final int NAME_LENGTH = 100;
  static final int TIME_LENGTH = 64;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final StrippedProperties stripped;
  private final Map<Property, JsonNode> values = new EnumMap<>(Property.class);
  private @Nullable String event;
  private String uuid = "";
  private String distinctId = "";
  private JsonNode timestamp = MissingNode.getInstance();
  private JsonNode offset = MissingNode.getInstance();
  private @Nullable String token;
  private boolean ignoreSentAt;
  private boolean browser;
  private boolean tooLong;

  EventFields(StrippedProperties stripped) {
    this.stripped = stripped;
  }

  /** Reads the value of a field of the event; the parser stands on the value's first token. */
  void field(String name, JsonParser parser) {
    switch (name) {
      case "event" -> event = string(parser);
      case "distinct_id" -> distinctId = preferred(text(parser), distinctId);
      case "$distinct_id" -> distinctId = preferred(distinctId, text(parser));
      case "timestamp" -> timestamp = scalar(parser, TIME_LENGTH);
      case "offset" -> offset = scalar(parser, TIME_LENGTH);
      case "token", "api_key", "$token" ->
          token = Optional.ofNullable(string(parser)).orElse(token);
      case "uuid" -> uuid = cut(Optional.ofNullable(string(parser)).orElse(""), NAME_LENGTH);
      case "options" -> options(parser);
      case "properties" -> properties(parser);
      default -> parser.skipChildren();
    }
  }

  /** Notes that the object is longer than an event may be. */
  void tooLong() {
    tooLong = true;
    values.clear();
  }

  Optional<String> token() {
    return Optional.ofNullable(token);
  }

  /** Whether the object names an event at all. */
  boolean named() {
    return event != null && !event.isBlank();
  }

  RawEvent raw() {
    String name = event == null ? "" : cut(Identity.trim(event), NAME_LENGTH);
    return new RawEvent(
        named() && !tooLong,
        uuid,
        name,
        distinctId,
        timestamp,
        offset,
        ignoreSentAt,
        browser,
        token(),
        values);
  }

  /** Capture v1 has beside the properties what older SDKs send among them. */
  private void options(JsonParser parser) {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return;
    }
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      boolean clock = parser.currentName().equals("disable_skew_correction");
      ignoreSentAt |= parser.nextToken() == JsonToken.VALUE_TRUE && clock;
      parser.skipChildren();
    }
  }

  private void properties(JsonParser parser) {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return;
    }
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      property(name, parser);
    }
  }

  private void property(String name, JsonParser parser) {
    Optional<Property> known = Property.named(name);
    if (known.isPresent()) {
      values.put(known.get(), value(known.get(), parser));
      return;
    }
    switch (name) {
      case "token" -> {
        String inside = string(parser);
        token = token == null ? inside : token;
      }
      case "distinct_id", "$distinct_id" -> distinctId = preferred(distinctId, text(parser));
      default -> {
        if (name.equals("$ignore_sent_at")) {
          ignoreSentAt = parser.currentToken() == JsonToken.VALUE_TRUE;
        } else if (name.equals("$lib")) {
          browser = "web".equals(string(parser));
        }
        parser.skipChildren();
        stripped.count(name);
      }
    }
  }

  private static JsonNode value(Property property, JsonParser parser) {
    if (property == Property.PAYOUT_SPLIT && parser.currentToken() == JsonToken.START_OBJECT) {
      return parser.readValueAsTree();
    }
    return scalar(parser, property.type() == PropertyType.PSEUDONYM ? Integer.MAX_VALUE : KEPT);
  }

  /** The scalar; of an object or array only its kind, whatever it holds. */
  static JsonNode scalar(JsonParser parser, int length) {
    return switch (parser.currentToken()) {
      case START_OBJECT -> {
        parser.skipChildren();
        yield NODES.objectNode();
      }
      case START_ARRAY -> {
        parser.skipChildren();
        yield NODES.arrayNode();
      }
      case VALUE_STRING -> NODES.stringNode(cut(parser.getString(), length));
      default -> parser.readValueAsTree();
    };
  }

  static @Nullable String string(JsonParser parser) {
    if (parser.currentToken() == JsonToken.VALUE_STRING) {
      return parser.getString();
    }
    parser.skipChildren();
    return null;
  }

  /** The text of an id, whatever scalar it was sent as. */
  private static String text(JsonParser parser) {
    return switch (parser.currentToken()) {
      case VALUE_STRING -> parser.getString();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Identity.text(parser.readValueAsTree());
      case VALUE_TRUE, VALUE_FALSE -> parser.getString();
      default -> {
        parser.skipChildren();
        yield "";
      }
    };
  }

  private static String preferred(String first, String second) {
    return Identity.of(first).isPresent() ? first : second;
  }

  /** Cuts what is too long anyway; blanks around it do not make it so. */
  private static String cut(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    String stripped = text.strip();
    return stripped.length() <= length ? stripped : stripped.substring(0, length);
  }
}
