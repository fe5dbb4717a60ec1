package comms.model;

import comms.catalog.Property;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the values of properties are read. */
final class Values {

  private Values() {}

  /** The value is outside the property's type, enumeration or bounds. */
  static final class Unfit extends Exception {
    private static final long serialVersionUID = 1L;
  }

  /** The value, normalised; empty when what was sent counts as absent. */
  static Optional<Object> read(Property property, @Nullable Object sent) throws Unfit {
    if (sent == null) {
      return Optional.empty();
    }
    return switch (property.type()) {
      case ID, PSEUDONYM -> present(Identity.of(scalar(sent)));
      case TEXT -> present(scalar(sent).toString());
      case ENUMERATION -> enumeration(property, sent);
      case CHANNEL -> present(channel(scalar(sent).toString()));
      case BOOLEAN -> Optional.of(require(sent, sent instanceof Boolean));
      case COUNT -> Optional.of(require(sent, isWhole(sent) && inBounds(property, sent)));
      case INTEGER -> Optional.of(require(sent, isWhole(sent)));
      case QUANTITY -> Optional.of(require(sent, sent instanceof Number n && n.doubleValue() >= 0));
      case NUMBER -> Optional.of(require(sent, sent instanceof Number));
    };
  }

  private static Optional<Object> enumeration(Property property, Object sent) throws Unfit {
    String text = scalar(sent).toString();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (property == Property.THREAD_TYPE && text.equals("proposal")) {
      return Optional.of("order");
    }
    if (property.allowed().contains(text)) {
      return Optional.of(text);
    }
    if (property == Property.SLA_BUCKET) {
      return Optional.empty();
    }
    throw new Unfit();
  }

  /** E-mail and web push under one name each; other channels as they were sent. */
  private static String channel(String sent) {
    return switch (sent) {
      case "e-mail", "mail" -> "email";
      case "web push", "webpush", "push" -> "web_push";
      default -> sent;
    };
  }

  private static boolean isWhole(Object sent) {
    return sent instanceof Integer || sent instanceof Long;
  }

  private static boolean inBounds(Property property, Object sent) {
    long count = ((Number) sent).longValue();
    return count >= 0 && (property != Property.SCORE || count <= 10);
  }

  private static Object scalar(Object sent) throws Unfit {
    return require(
        sent, sent instanceof String || sent instanceof Number || sent instanceof Boolean);
  }

  private static Object require(Object sent, boolean fit) throws Unfit {
    if (!fit) {
      throw new Unfit();
    }
    return sent;
  }

  private static Optional<Object> present(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }
}
