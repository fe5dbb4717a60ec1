package comms.catalog;

import static comms.catalog.PropertyType.BOOLEAN;
import static comms.catalog.PropertyType.COUNT;
import static comms.catalog.PropertyType.ID;
import static comms.catalog.PropertyType.INTEGER;
import static comms.catalog.PropertyType.NUMBER;
import static comms.catalog.PropertyType.PSEUDONYM;
import static comms.catalog.PropertyType.QUANTITY;
import static comms.catalog.PropertyType.TEXT;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A property that events may carry; whatever is not listed here is never stored. The wire name and
 * the name of the storage column are the same: the constant's name in lower case.
 */
public enum Property {
  CONTRACT_ID(ID),
  THREAD_ID(ID),
  MESSAGE_ID(ID),
  DISPUTE_ID(ID),
  NOTIFICATION_ID(ID),
  IN_REPLY_TO(ID),
  CLIENT_ID(PSEUDONYM),
  REASON(TEXT),
  THREAD_TYPE("order", "contract", "dispute"),
  PARTICIPANTS_COUNT(COUNT),
  INITIATOR_ROLE(Roles.ALL),
  SENDER_ROLE(Roles.ALL),
  RECIPIENT_ROLE(Roles.ALL),
  MESSAGE_KIND("text", "system", "file"),
  HAS_ATTACHMENT(BOOLEAN),
  FIRST_RESPONSE(BOOLEAN),
  /** Seconds between what was received and the reply. */
  FIRST_REPLY_LATENCY_SEC(QUANTITY),
  /** Milliseconds from the server to the client. */
  DELIVERY_LATENCY_MS(QUANTITY),
  DELIVERY_CHANNEL("ws", "sse", "poll"),
  FAILURE_CODE(TEXT),
  MODERATION_REASON(TEXT),
  REASON_CATEGORY(TEXT),
  STATE(TEXT),
  /** Seconds until the dispute breaches its SLA; below 0 when it has. */
  SLA_REMAINING_SEC(NUMBER),
  /** The sender's own bucket; a value outside the three counts as absent. */
  SLA_BUCKET("<24h", "24-48h", "48h+"),
  RESOLUTION("win_client", "win_freelancer", "split", "cancelled"),
  PAYOUT_SPLIT(TEXT),
  RESOLUTION_TIME_SEC(QUANTITY),
  /** The answer of an NPS survey, 0 to 10. */
  SCORE(COUNT),
  ROLE(Roles.ALL),
  COMMENT_LENGTH(COUNT),
  CHANNEL("channel", PropertyType.CHANNEL),
  TEMPLATE(TEXT),
  ERROR_CODE(TEXT),
  RETRY_COUNT(COUNT),
  DROP_REASON(TEXT),
  CONNECTION_REGION(TEXT),
  PROTOCOL_VERSION(TEXT),
  CLOSE_CODE(INTEGER),
  UPTIME_SEC(QUANTITY),
  FALLBACK_USED(BOOLEAN);

  private static final Map<String, Property> BY_WIRE_NAME =
      Arrays.stream(values()).collect(Collectors.toMap(Property::wireName, Function.identity()));

  private final String wireName;
  private final PropertyType type;
  private final Set<String> allowed;

  Property(PropertyType type) {
    this.wireName = name().toLowerCase(Locale.ROOT);
    this.type = type;
    this.allowed = Set.of();
  }

  Property(String wireName, PropertyType type) {
    this.wireName = wireName;
    this.type = type;
    this.allowed = Set.of();
  }

  Property(String... allowed) {
    this.wireName = name().toLowerCase(Locale.ROOT);
    this.type = PropertyType.ENUMERATION;
    this.allowed = Collections.unmodifiableSet(new LinkedHashSet<>(Arrays.asList(allowed)));
  }

  /** The property of that wire name, if there is one. */
  public static Optional<Property> named(String wireName) {
    return Optional.ofNullable(BY_WIRE_NAME.get(wireName));
  }

  /** The name in an event's {@code properties} object and of the storage column. */
  public String wireName() {
    return wireName;
  }

  public PropertyType type() {
    return type;
  }

  /** The values allowed, in the order of the specification; empty where any value will do. */
  public Set<String> allowed() {
    return allowed;
  }

  /** The value under its one name, where it is also sent under others. */
  public String readAs(String sent) {
    if (type == PropertyType.CHANNEL) {
      return Channels.canonical(sent);
    }
    return this == THREAD_TYPE && sent.equals("proposal") ? "order" : sent;
  }

  /**
   * The value as it is stored, of one that somebody asks for: without blanks around it, and where
   * the values are known, in whatever case and with whatever joins its words.
   */
  public String spelled(String asked) {
    String text = Spelling.trimmed(asked);
    if (type == PropertyType.CHANNEL) {
      return readAs(text.replaceAll("\\s+", " "));
    }
    if (type != PropertyType.ENUMERATION) {
      return text;
    }
    String word = readAs(Spelling.word(text).replaceAll("[\\s_-]+", "_"));
    return allowed.contains(word) ? word : text;
  }

  private static final class Roles {
    static final String[] ALL = {"client", "freelancer", "support", "system"};
  }
}
