package comms.metrics;

import static comms.metrics.RecordColumn.AT;
import static comms.metrics.RecordColumn.ATTEMPTS;
import static comms.metrics.RecordColumn.CHANNEL;
import static comms.metrics.RecordColumn.CLOSED_AT;
import static comms.metrics.RecordColumn.CONNECTIONS;
import static comms.metrics.RecordColumn.CONTRACTED_AT;
import static comms.metrics.RecordColumn.CONTRACT_ID;
import static comms.metrics.RecordColumn.CREATED_AT;
import static comms.metrics.RecordColumn.DELIVERY_CHANNEL;
import static comms.metrics.RecordColumn.DISCUSSED_AT;
import static comms.metrics.RecordColumn.DISPUTES;
import static comms.metrics.RecordColumn.DISPUTE_ID;
import static comms.metrics.RecordColumn.DROP_REASON;
import static comms.metrics.RecordColumn.ERROR_CODE;
import static comms.metrics.RecordColumn.EVENT_ID;
import static comms.metrics.RecordColumn.FIRST_MESSAGE_AT;
import static comms.metrics.RecordColumn.INITIATOR_ROLE;
import static comms.metrics.RecordColumn.INSTANCE;
import static comms.metrics.RecordColumn.LATENCY_MS;
import static comms.metrics.RecordColumn.LATENCY_SEC;
import static comms.metrics.RecordColumn.MESSAGE_ID;
import static comms.metrics.RecordColumn.NOTIFICATION_ID;
import static comms.metrics.RecordColumn.OBSERVATIONS;
import static comms.metrics.RecordColumn.OPENED_AT;
import static comms.metrics.RecordColumn.REASON;
import static comms.metrics.RecordColumn.REASON_CATEGORY;
import static comms.metrics.RecordColumn.RESOLUTION;
import static comms.metrics.RecordColumn.RESOLVED_AT;
import static comms.metrics.RecordColumn.ROLE;
import static comms.metrics.RecordColumn.SCORE;
import static comms.metrics.RecordColumn.SENDER_ROLE;
import static comms.metrics.RecordColumn.SERIES;
import static comms.metrics.RecordColumn.STARTED_AT;
import static comms.metrics.RecordColumn.TEMPLATE;
import static comms.metrics.RecordColumn.THREAD_ID;
import static comms.metrics.RecordColumn.THREAD_TYPE;

import java.util.List;
import java.util.Locale;

/** What the records behind a figure are, with what is known of each, the identity first. */
public enum RecordKind {
  ACTIVE_CONTRACTS(STARTED_AT, CONTRACT_ID, STARTED_AT, FIRST_MESSAGE_AT, CLOSED_AT),
  CONTACTED_CONTRACTS(STARTED_AT, CONTRACT_ID, STARTED_AT, FIRST_MESSAGE_AT, CLOSED_AT),
  SILENT_CONTRACTS(STARTED_AT, CONTRACT_ID, STARTED_AT, FIRST_MESSAGE_AT, CLOSED_AT),
  CREATED_CHATS(
      CREATED_AT, THREAD_ID, CREATED_AT, INITIATOR_ROLE, DISCUSSED_AT, CONTRACTED_AT, CONTRACT_ID),
  DISCUSSED_CHATS(
      CREATED_AT, THREAD_ID, CREATED_AT, INITIATOR_ROLE, DISCUSSED_AT, CONTRACTED_AT, CONTRACT_ID),
  CONTRACTED_CHATS(
      CREATED_AT, THREAD_ID, CREATED_AT, INITIATOR_ROLE, DISCUSSED_AT, CONTRACTED_AT, CONTRACT_ID),
  UNDISCUSSED_CHATS(CREATED_AT, THREAD_ID, CREATED_AT, INITIATOR_ROLE),
  /** Their terms were discussed, yet no contract came of it. */
  CHATS_WITHOUT_AGREEMENT(CREATED_AT, THREAD_ID, CREATED_AT, INITIATOR_ROLE, DISCUSSED_AT),
  UNCONTRACTED_CHATS(CREATED_AT, THREAD_ID, CREATED_AT, INITIATOR_ROLE, DISCUSSED_AT),
  REPLIES(LATENCY_SEC, MESSAGE_ID, LATENCY_SEC, AT, THREAD_ID, THREAD_TYPE, SENDER_ROLE),
  /** Several disputes of a contract are one record, which shows the first of them. */
  DISPUTED_CONTRACTS(
      OPENED_AT, CONTRACT_ID, OPENED_AT, DISPUTES, DISPUTE_ID, INITIATOR_ROLE, REASON_CATEGORY),
  CLOSED_CONTRACTS(CLOSED_AT, CONTRACT_ID, STARTED_AT, CLOSED_AT, REASON),
  RESOLVED_DISPUTES(
      RESOLVED_AT,
      DISPUTE_ID,
      RESOLVED_AT,
      RESOLUTION,
      INITIATOR_ROLE,
      REASON_CATEGORY,
      OPENED_AT,
      CONTRACT_ID),
  SURVEY_ANSWERS(AT, DISPUTE_ID, SCORE, ROLE, AT, RESOLUTION, INITIATOR_ROLE, CONTRACT_ID),
  DELIVERED_MESSAGES(LATENCY_MS, MESSAGE_ID, LATENCY_MS, DELIVERY_CHANNEL, AT, THREAD_ID),
  /** Prometheus knows no single message: its series, whose observations add up to the sample. */
  LATENCY_SERIES(OBSERVATIONS, SERIES, INSTANCE, OBSERVATIONS),
  /** Prometheus knows no single connection: its series, whose connections add up to the sample. */
  RECONNECT_SERIES(ATTEMPTS, SERIES, INSTANCE, ATTEMPTS, CONNECTIONS),
  SCHEDULED_NOTIFICATIONS(AT, NOTIFICATION_ID, AT, CHANNEL, TEMPLATE, CONTRACT_ID, THREAD_ID),
  FAILED_NOTIFICATIONS(
      AT, NOTIFICATION_ID, AT, ATTEMPTS, CHANNEL, ERROR_CODE, TEMPLATE, CONTRACT_ID, THREAD_ID),
  FAILED_ATTEMPTS(AT, NOTIFICATION_ID, AT, CHANNEL, ERROR_CODE, TEMPLATE, CONTRACT_ID, THREAD_ID),
  DROPPED_NOTIFICATIONS(
      AT, NOTIFICATION_ID, AT, CHANNEL, DROP_REASON, TEMPLATE, CONTRACT_ID, THREAD_ID),
  /** The first of the four parts of the scheduled ones, each with the time of its scheduling. */
  FAILED_ONLY_NOTIFICATIONS(
      AT, NOTIFICATION_ID, AT, ATTEMPTS, CHANNEL, ERROR_CODE, TEMPLATE, CONTRACT_ID, THREAD_ID),
  DROPPED_ONLY_NOTIFICATIONS(
      AT, NOTIFICATION_ID, AT, CHANNEL, DROP_REASON, TEMPLATE, CONTRACT_ID, THREAD_ID),
  FAILED_AND_DROPPED_NOTIFICATIONS(
      AT,
      NOTIFICATION_ID,
      AT,
      ATTEMPTS,
      CHANNEL,
      ERROR_CODE,
      DROP_REASON,
      TEMPLATE,
      CONTRACT_ID,
      THREAD_ID),
  UNTROUBLED_NOTIFICATIONS(AT, NOTIFICATION_ID, AT, CHANNEL, TEMPLATE, CONTRACT_ID, THREAD_ID),
  FAILED_UNSCHEDULED_NOTIFICATIONS(
      AT, NOTIFICATION_ID, AT, ATTEMPTS, CHANNEL, ERROR_CODE, TEMPLATE, CONTRACT_ID, THREAD_ID),
  DROPPED_UNSCHEDULED_NOTIFICATIONS(
      AT, NOTIFICATION_ID, AT, CHANNEL, DROP_REASON, TEMPLATE, CONTRACT_ID, THREAD_ID);

  private final RecordColumn order;
  private final List<RecordColumn> columns;

  RecordKind(RecordColumn order, RecordColumn... columns) {
    this.order = order;
    this.columns = List.of(columns);
  }

  /** The name in the HTTP API. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public List<RecordColumn> columns() {
    return columns;
  }

  /** What tells its records apart; perhaps no column of theirs. */
  public List<RecordColumn> identity() {
    return switch (this) {
      case SURVEY_ANSWERS -> List.of(DISPUTE_ID, ROLE);
      case LATENCY_SERIES, RECONNECT_SERIES -> List.of(SERIES, INSTANCE);
      case FAILED_ATTEMPTS -> List.of(EVENT_ID);
      default -> List.of(columns.getFirst());
    };
  }

  /** The newest or the greatest first. */
  public RecordSort order() {
    return new RecordSort(order, false);
  }

  /** Whether a record stands for many observations, so that the records' number is no figure. */
  public boolean sums() {
    return this == LATENCY_SERIES || this == RECONNECT_SERIES;
  }
}
