package comms.catalog;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

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

  /** The name in the HTTP API, in URLs and of the column. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
