package comms.ingestion;

import comms.catalog.Property;
import comms.catalog.PropertyType;
import java.math.BigInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Brings single values from strangers into a form that every later step can hold: of an object or
 * array only its kind, numbers that a double holds, text without halves of characters.
 */
final class SentValue {

  /**
   * Stands for a value that is none, such as a number with a thousand digits or two values without
   * a comma. It is an array, which fits no property and is no time.
   */
  static final JsonNode ODD = JsonNodeFactory.instance.arrayNode();

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int DOUBLE_BITS = 1024;

  private SentValue() {}

  /** The value of that property. */
  static JsonNode of(Property property, JsonNode sent) {
    PropertyType type = property.type();
    if (type == PropertyType.ID && sent.isString() && EventText.isBroken(sent.asString())) {
      // Two that differ in what is broken would become one.
      return ODD;
    }
    JsonNode scalar = scalar(sent);
    boolean identity = type == PropertyType.ID || type == PropertyType.PSEUDONYM;
    return !identity && isNaN(scalar) ? ODD : scalar;
  }

  /** The value of anything else. */
  static JsonNode scalar(JsonNode sent) {
    return switch (sent.getNodeType()) {
      case OBJECT -> NODES.objectNode();
      case ARRAY -> NODES.arrayNode();
      case STRING -> text(sent);
      case NUMBER -> number(sent);
      case BOOLEAN, NULL, MISSING -> sent;
      case BINARY, POJO -> ODD;
    };
  }

  private static JsonNode text(JsonNode sent) {
    String text = sent.asString();
    return EventText.isBroken(text) ? NODES.stringNode(Identity.trim(text)) : sent;
  }

  private static JsonNode number(JsonNode sent) {
    if (sent.isBigInteger()) {
      return holds(sent.bigIntegerValue()) ? sent : ODD;
    }
    if (!sent.isFloatingPointNumber()) {
      return sent;
    }
    double number = sent.isBigDecimal() ? sent.decimalValue().doubleValue() : sent.doubleValue();
    // Adding zero takes the sign off a zero.
    return Double.isInfinite(number) ? ODD : NODES.numberNode(number + 0.0);
  }

  private static boolean holds(BigInteger number) {
    return number.bitLength() <= DOUBLE_BITS && Double.isFinite(number.doubleValue());
  }

  private static boolean isNaN(JsonNode scalar) {
    return scalar.isDouble() && Double.isNaN(scalar.doubleValue());
  }
}
