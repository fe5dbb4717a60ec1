package comms.ingestion;

import comms.catalog.Property;
import comms.catalog.PropertyType;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Reads property values strictly by their type. JSON null, blank strings and ids that name nobody
 * count as absent.
 */
final class PropertyValues {

  private static final int MAX_LENGTH = 200;
  private static final double MAX_SCORE = 10;
  private static final double LONG_RANGE = 0x1p63;

  private PropertyValues() {}

  /** The value in its one form, empty where there is none. */
  static Optional<Value> read(Property property, JsonNode sent) {
    if (sent.isNull() || (sent.isString() && Identity.trim(sent.asString()).isEmpty())) {
      return Optional.empty();
    }
    if (property == Property.SLA_BUCKET) {
      return enumeration(property, sent).map(Value.Fit::new);
    }
    return switch (property.type()) {
      case ID, PSEUDONYM -> id(property, sent);
      default -> Optional.of(fitted(property, sent));
    };
  }

  private static Optional<Value> id(Property property, JsonNode sent) {
    if (!sent.isString() && !sent.isNumber()) {
      return Optional.of(new Value.Unfit(sent));
    }
    boolean bounded = property.type() != PropertyType.PSEUDONYM;
    return Identity.of(Identity.text(sent))
        .map(id -> bounded && id.length() > MAX_LENGTH ? new Value.Unfit(sent) : new Value.Fit(id));
  }

  private static Value fitted(Property property, JsonNode sent) {
    Optional<?> value =
        switch (property.type()) {
          case ID, PSEUDONYM -> throw new IllegalArgumentException("ids are read by themselves");
          case TEXT -> property == Property.PAYOUT_SPLIT ? split(sent) : text(sent);
          case ENUMERATION -> enumeration(property, sent);
          case CHANNEL -> text(sent).map(property::readAs);
          case BOOLEAN -> sent.isBoolean() ? Optional.of(sent.booleanValue()) : Optional.empty();
          case COUNT -> whole(sent).filter(n -> n >= 0 && withinScore(property, n));
          case INTEGER -> whole(sent);
          case QUANTITY -> finite(sent).filter(n -> n >= 0);
          case NUMBER -> finite(sent);
        };
    return value.<Value>map(Value.Fit::new).orElseGet(() -> new Value.Unfit(sent));
  }

  private static Optional<String> text(JsonNode sent) {
    return Optional.of(sent)
        .filter(JsonNode::isValueNode)
        .map(Identity::text)
        .map(Identity::trim)
        .filter(text -> text.length() <= MAX_LENGTH);
  }

  /** A payout may also come as an object of amounts by party, kept as compact JSON. */
  private static Optional<String> split(JsonNode sent) {
    if (!sent.isObject()) {
      return text(sent);
    }
    boolean amounts =
        !sent.isEmpty() && sent.valueStream().allMatch(amount -> finite(amount).isPresent());
    return Optional.of(sent.toString()).filter(text -> amounts && text.length() <= MAX_LENGTH);
  }

  private static Optional<String> enumeration(Property property, JsonNode sent) {
    if (!sent.isString()) {
      return Optional.empty();
    }
    return Optional.of(property.readAs(sent.asString())).filter(property.allowed()::contains);
  }

  private static Optional<Long> whole(JsonNode sent) {
    if (sent.isIntegralNumber()) {
      return sent.canConvertToLong() ? Optional.of(sent.longValue()) : Optional.empty();
    }
    return finite(sent)
        .filter(n -> n == Math.rint(n) && Math.abs(n) < LONG_RANGE)
        .map(Double::longValue);
  }

  private static Optional<Double> finite(JsonNode sent) {
    return sent.isNumber() && Double.isFinite(sent.doubleValue())
        ? Optional.of(sent.doubleValue())
        : Optional.empty();
  }

  private static boolean withinScore(Property property, long count) {
    return property != Property.SCORE || count <= MAX_SCORE;
  }
}
