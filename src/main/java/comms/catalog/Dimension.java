package comms.catalog;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A property by which metrics can be broken down and filtered. */
public enum Dimension {
  INITIATOR_ROLE,
  THREAD_TYPE,
  SENDER_ROLE,
  REASON_CATEGORY,
  RESOLUTION,
  ROLE,
  DELIVERY_CHANNEL,
  INSTANCE,
  CHANNEL,
  ERROR_CODE,
  TEMPLATE,
  DROP_REASON;

  /** The dimension of that wire name, if there is one. */
  public static Optional<Dimension> named(String wireName) {
    return Arrays.stream(values()).filter(d -> d.wireName().equals(wireName)).findFirst();
  }

  /** The values that it can have besides none, in order; empty where any value will do. */
  public Set<String> allowed() {
    return Property.named(wireName()).map(Property::allowed).orElse(Set.of());
  }

  /** Whether some record may have that value, spelled as {@link #spelled}. */
  public boolean allows(String value) {
    return value.isEmpty() || allowed().isEmpty() || allowed().contains(value);
  }

  /** The value as it is stored, however it is asked for. */
  public String spelled(String asked) {
    return Property.named(wireName())
        .map(property -> property.spelled(asked))
        .orElseGet(() -> Spelling.trimmed(asked));
  }

  /** The name in the HTTP API, in URLs and of the column. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
