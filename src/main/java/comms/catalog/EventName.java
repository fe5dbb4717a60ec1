package comms.catalog;

import static comms.catalog.Property.CHANNEL;
import static comms.catalog.Property.CLIENT_ID;
import static comms.catalog.Property.CLOSE_CODE;
import static comms.catalog.Property.COMMENT_LENGTH;
import static comms.catalog.Property.CONNECTION_REGION;
import static comms.catalog.Property.CONTRACT_ID;
import static comms.catalog.Property.DELIVERY_CHANNEL;
import static comms.catalog.Property.DELIVERY_LATENCY_MS;
import static comms.catalog.Property.DISPUTE_ID;
import static comms.catalog.Property.DROP_REASON;
import static comms.catalog.Property.ERROR_CODE;
import static comms.catalog.Property.FAILURE_CODE;
import static comms.catalog.Property.FALLBACK_USED;
import static comms.catalog.Property.FIRST_REPLY_LATENCY_SEC;
import static comms.catalog.Property.FIRST_RESPONSE;
import static comms.catalog.Property.HAS_ATTACHMENT;
import static comms.catalog.Property.INITIATOR_ROLE;
import static comms.catalog.Property.IN_REPLY_TO;
import static comms.catalog.Property.MESSAGE_ID;
import static comms.catalog.Property.MESSAGE_KIND;
import static comms.catalog.Property.MODERATION_REASON;
import static comms.catalog.Property.NOTIFICATION_ID;
import static comms.catalog.Property.PARTICIPANTS_COUNT;
import static comms.catalog.Property.PAYOUT_SPLIT;
import static comms.catalog.Property.PROTOCOL_VERSION;
import static comms.catalog.Property.REASON;
import static comms.catalog.Property.REASON_CATEGORY;
import static comms.catalog.Property.RECIPIENT_ROLE;
import static comms.catalog.Property.RESOLUTION;
import static comms.catalog.Property.RESOLUTION_TIME_SEC;
import static comms.catalog.Property.RETRY_COUNT;
import static comms.catalog.Property.ROLE;
import static comms.catalog.Property.SCORE;
import static comms.catalog.Property.SENDER_ROLE;
import static comms.catalog.Property.SLA_BUCKET;
import static comms.catalog.Property.SLA_REMAINING_SEC;
import static comms.catalog.Property.STATE;
import static comms.catalog.Property.TEMPLATE;
import static comms.catalog.Property.THREAD_ID;
import static comms.catalog.Property.THREAD_TYPE;
import static comms.catalog.Property.UPTIME_SEC;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The events that are understood, each with its id rule, its required and its optional properties.
 * Source: the event table of the specification.
 */
public enum EventName {
  CONTRACT_STARTED(IdRule.of(CONTRACT_ID), require(CONTRACT_ID), allow(THREAD_ID)),
  CONTRACT_CLOSED(IdRule.of(CONTRACT_ID), require(CONTRACT_ID), allow(REASON)),
  CHAT_THREAD_CREATED(
      IdRule.of(THREAD_ID),
      require(THREAD_ID, THREAD_TYPE),
      allow(CONTRACT_ID, PARTICIPANTS_COUNT, INITIATOR_ROLE)),
  CHAT_MESSAGE_SENT(
      IdRule.of(MESSAGE_ID),
      require(MESSAGE_ID, THREAD_ID, SENDER_ROLE),
      allow(MESSAGE_KIND, HAS_ATTACHMENT, FIRST_RESPONSE, FIRST_REPLY_LATENCY_SEC, CONTRACT_ID)),
  CHAT_MESSAGE_RECEIVED(
      IdRule.of(MESSAGE_ID), require(MESSAGE_ID, THREAD_ID), allow(RECIPIENT_ROLE, CONTRACT_ID)),
  CHAT_MESSAGE_REPLIED(
      IdRule.of(MESSAGE_ID),
      require(MESSAGE_ID, THREAD_ID),
      allow(IN_REPLY_TO, SENDER_ROLE, FIRST_REPLY_LATENCY_SEC, CONTRACT_ID)),
  CHAT_MESSAGE_DELIVERED(
      IdRule.of(MESSAGE_ID),
      require(MESSAGE_ID, DELIVERY_LATENCY_MS, DELIVERY_CHANNEL),
      allow(THREAD_ID, CONTRACT_ID)),
  CHAT_MESSAGE_FAILED(
      IdRule.of(MESSAGE_ID, FAILURE_CODE),
      require(MESSAGE_ID, FAILURE_CODE),
      allow(MODERATION_REASON, THREAD_ID, CONTRACT_ID)),
  CHAT_THREAD_ARCHIVED(
      IdRule.of(THREAD_ID).orElse(CONTRACT_ID), require(CONTRACT_ID), allow(REASON, THREAD_ID)),
  DISPUTE_OPENED(
      IdRule.of(DISPUTE_ID),
      require(DISPUTE_ID, CONTRACT_ID),
      allow(INITIATOR_ROLE, REASON_CATEGORY, SLA_BUCKET)),
  DISPUTE_STATE_UPDATED(
      IdRule.of(DISPUTE_ID, STATE).atSecond(),
      require(DISPUTE_ID, STATE),
      allow(SLA_REMAINING_SEC, CONTRACT_ID, SLA_BUCKET)),
  DISPUTE_RESOLVED(
      IdRule.of(DISPUTE_ID),
      require(DISPUTE_ID, RESOLUTION),
      allow(PAYOUT_SPLIT, RESOLUTION_TIME_SEC, CONTRACT_ID, SLA_BUCKET)),
  DISPUTE_NPS_SUBMITTED(
      IdRule.of(DISPUTE_ID, ROLE),
      require(DISPUTE_ID, SCORE, ROLE),
      allow(COMMENT_LENGTH, CONTRACT_ID, SLA_BUCKET)),
  NOTIFICATION_DELIVERY_SCHEDULED(
      IdRule.of(NOTIFICATION_ID),
      require(NOTIFICATION_ID, CHANNEL),
      allow(TEMPLATE, CONTRACT_ID, THREAD_ID)),
  NOTIFICATION_DELIVERY_FAILED(
      IdRule.of(NOTIFICATION_ID, RETRY_COUNT),
      require(NOTIFICATION_ID, CHANNEL),
      allow(ERROR_CODE, RETRY_COUNT, CONTRACT_ID, THREAD_ID)),
  NOTIFICATION_DROPPED(
      IdRule.of(NOTIFICATION_ID),
      require(NOTIFICATION_ID, CHANNEL),
      allow(DROP_REASON, CONTRACT_ID, THREAD_ID)),
  WS_CONNECTION_OPENED(
      IdRule.of(CLIENT_ID).atMillisecond(),
      require(CLIENT_ID),
      allow(CONNECTION_REGION, PROTOCOL_VERSION)),
  WS_CONNECTION_CLOSED(
      IdRule.of(CLIENT_ID).atMillisecond(),
      require(CLIENT_ID),
      allow(CLOSE_CODE, UPTIME_SEC, FALLBACK_USED));

  private static final Map<String, EventName> BY_WIRE_NAME =
      Arrays.stream(values()).collect(Collectors.toMap(EventName::wireName, Function.identity()));

  private final IdRule idRule;
  private final Set<Property> required;
  private final Set<Property> properties;

  EventName(IdRule idRule, Set<Property> required, Set<Property> optional) {
    this.idRule = idRule;
    this.required = Collections.unmodifiableSet(required);
    EnumSet<Property> all = EnumSet.copyOf(required);
    all.addAll(optional);
    this.properties = Collections.unmodifiableSet(all);
  }

  /** The event of that wire name, if it is one of the 18. */
  public static Optional<EventName> named(String wireName) {
    return Optional.ofNullable(BY_WIRE_NAME.get(wireName));
  }

  /** The name that senders use, for example {@code chat_message_sent}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What the event's id is made of. */
  public IdRule idRule() {
    return idRule;
  }

  /** The properties without which the event goes to quarantine. */
  public Set<Property> required() {
    return required;
  }

  /** All properties that the event may carry, the required ones included. */
  public Set<Property> properties() {
    return properties;
  }

  /** Whether the event tells of a dispute. */
  public boolean ofDispute() {
    return name().startsWith("DISPUTE_");
  }

  /** Whether the event may come without a contract and without a thread. */
  public boolean needsNoScope() {
    return this == WS_CONNECTION_OPENED || this == WS_CONNECTION_CLOSED;
  }

  private static Set<Property> require(Property... properties) {
    return EnumSet.copyOf(List.of(properties));
  }

  private static Set<Property> allow(Property... properties) {
    return EnumSet.copyOf(List.of(properties));
  }
}
