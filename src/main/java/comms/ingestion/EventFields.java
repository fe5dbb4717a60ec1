package comms.ingestion;

import comms.catalog.Property;
import comms.catalog.PropertyType;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The fields of one event, collected while its object is read. Values of properties that the
 * catalog does not know are never turned into objects.
 */
final class EventFields {

  /** Longer than any value that is accepted; beyond it only the fact that it is too long counts. */
  private static final int KEPT = 1000;

  private static final int NAME_LENGTH = 100;
  static final int TIME_LENGTH = 100;

  private static final Set<String> FIELDS =
      Set.of(
          "event",
          "distinct_id",
          "$distinct_id",
          "timestamp",
          "offset",
          "token",
          "api_key",
          "uuid",
          "options",
          "$token",
          "properties");

  /** What of the properties is read besides the catalog's. */
  private static final Set<String> MEANT =
      Set.of("token", "distinct_id", "$distinct_id", "$ignore_sent_at", "$lib");

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final StrippedProperties stripped;
  private final List<String> strippedNames = new ArrayList<>();
  private final Map<Property, JsonNode> values = new EnumMap<>(Property.class);
  private @Nullable String event;
  private String uuid = "";
  private String distinctId = "";
  private JsonNode timestamp = MissingNode.getInstance();
  private JsonNode offset = MissingNode.getInstance();
  private @Nullable String token;
  private boolean ignoreSentAt;
  private boolean browser;

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

  /** Whether a field of that name is read at all. */
  static boolean isField(String name) {
    return FIELDS.contains(name);
  }

  /** Whether a property of that name is read at all. */
  static boolean isProperty(String name) {
    return MEANT.contains(name) || Property.named(name).isPresent();
  }

  /** Notes that the value of a field is no value. */
  void oddField(String name) {
    switch (name) {
      case "event" -> event = null;
      case "timestamp" -> timestamp = SentValue.ODD;
      case "offset" -> offset = SentValue.ODD;
      default -> {}
    }
  }

  /** Notes that the value of a property is no value. */
  void oddProperty(String name) {
    Property.named(name)
        .ifPresentOrElse(known -> values.put(known, SentValue.ODD), () -> stripOdd(name));
  }

  /** Leaves a property out. */
  void strip(String name) {
    strippedNames.add(name);
  }

  private void stripOdd(String name) {
    if (name.startsWith("$") && !name.equals("$distinct_id")) {
      strip(name);
    }
  }

  Optional<String> token() {
    return Optional.ofNullable(token);
  }

  /** Whether the object names an event at all. */
  boolean named() {
    return event != null && !event.isBlank();
  }

  RawEvent raw() {
    strippedNames.forEach(stripped::count);
    String name = event == null ? "" : EventText.cut(Identity.trim(event), NAME_LENGTH);
    return new RawEvent(
        named(), uuid, name, distinctId, timestamp, offset, ignoreSentAt, browser, token(), values);
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

  /** Reads the value of a property; the parser stands on the value's first token. */
  void property(String name, JsonParser parser) {
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
        strip(name);
      }
    }
  }

  private static JsonNode value(Property property, JsonParser parser) {
    if (property == Property.PAYOUT_SPLIT && parser.currentToken() == JsonToken.START_OBJECT) {
      return amounts(parser);
    }
    int length = property.type() == PropertyType.PSEUDONYM ? Integer.MAX_VALUE : KEPT;
    return SentValue.of(property, node(parser, length));
  }

  private static JsonNode amounts(JsonParser parser) {
    ObjectNode amounts = NODES.objectNode();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String party = EventText.cut(Identity.trim(parser.currentName()), NAME_LENGTH);
      parser.nextToken();
      amounts.set(party, scalar(parser, NAME_LENGTH));
    }
    return amounts;
  }

  /** The scalar; of an object or array only its kind, whatever it holds. */
  static JsonNode scalar(JsonParser parser, int length) {
    return SentValue.scalar(node(parser, length));
  }

  private static JsonNode node(JsonParser parser, int length) {
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
      case VALUE_NUMBER_FLOAT -> vanishes(parser) ? SentValue.ODD : parser.readValueAsTree();
      default -> parser.readValueAsTree();
    };
  }

  /** Whether a number is so small that a double takes it for none. */
  private static boolean vanishes(JsonParser parser) {
    if (parser.getDoubleValue() != 0) {
      return false;
    }
    String number = parser.getString();
    for (int i = 0; i < number.length(); i++) {
      char c = number.charAt(i);
      if (c == 'e' || c == 'E') {
        return false;
      }
      if (c >= '1' && c <= '9') {
        return true;
      }
    }
    return false;
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
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
        JsonNode number = scalar(parser, 0);
        yield number.isNumber() ? Identity.text(number) : "";
      }
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
    return EventText.cut(stripped, length);
  }
}
