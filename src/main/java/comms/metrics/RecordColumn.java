package comms.metrics;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is known of the records behind figures, each kind of record having some of them. */
public enum RecordColumn {
  CONTRACT_ID(Type.TEXT),
  THREAD_ID(Type.TEXT),
  MESSAGE_ID(Type.TEXT),
  DISPUTE_ID(Type.TEXT),
  NOTIFICATION_ID(Type.TEXT),
  INSTANCE(Type.TEXT),
  SERIES(Type.TEXT),
  AT(Type.TIME),
  STARTED_AT(Type.TIME),
  FIRST_MESSAGE_AT(Type.TIME),
  CLOSED_AT(Type.TIME),
  CREATED_AT(Type.TIME),
  DISCUSSED_AT(Type.TIME),
  CONTRACTED_AT(Type.TIME),
  OPENED_AT(Type.TIME),
  RESOLVED_AT(Type.TIME),
  LATENCY_SEC(Type.SECONDS),
  LATENCY_MS(Type.MILLISECONDS),
  SCORE(Type.NUMBER),
  DISPUTES(Type.NUMBER),
  ATTEMPTS(Type.NUMBER),
  CONNECTIONS(Type.NUMBER),
  OBSERVATIONS(Type.NUMBER),
  THREAD_TYPE(Type.TEXT),
  INITIATOR_ROLE(Type.TEXT),
  SENDER_ROLE(Type.TEXT),
  ROLE(Type.TEXT),
  REASON(Type.TEXT),
  REASON_CATEGORY(Type.TEXT),
  RESOLUTION(Type.TEXT),
  CHANNEL(Type.TEXT),
  DELIVERY_CHANNEL(Type.TEXT),
  TEMPLATE(Type.TEXT),
  ERROR_CODE(Type.TEXT),
  DROP_REASON(Type.TEXT),
  /** Of attempts, which nothing that is shown of them tells apart. */
  EVENT_ID(Type.TEXT);

  /** What its values are: String, Instant, or Double. */
  public enum Type {
    TEXT,
    TIME,
    SECONDS,
    MILLISECONDS,
    NUMBER
  }

  private final Type type;

  RecordColumn(Type type) {
    this.type = type;
  }

  /** The column of that wire name, if there is one. */
  public static Optional<RecordColumn> named(String wireName) {
    return Arrays.stream(values()).filter(c -> c.wireName().equals(wireName)).findFirst();
  }

  /** The name in the HTTP API, in URLs and of the column in SQL. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Type type() {
    return type;
  }
}
