package comms.catalog;

import static comms.catalog.Dimension.CHANNEL;
import static comms.catalog.Dimension.DELIVERY_CHANNEL;
import static comms.catalog.Dimension.DROP_REASON;
import static comms.catalog.Dimension.ERROR_CODE;
import static comms.catalog.Dimension.INITIATOR_ROLE;
import static comms.catalog.Dimension.INSTANCE;
import static comms.catalog.Dimension.REASON_CATEGORY;
import static comms.catalog.Dimension.RESOLUTION;
import static comms.catalog.Dimension.ROLE;
import static comms.catalog.Dimension.SENDER_ROLE;
import static comms.catalog.Dimension.TEMPLATE;
import static comms.catalog.Dimension.THREAD_TYPE;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The ten metrics: area, name, unit, formula, sources, targets and breakdowns of each. The SQL of a
 * metric is the class of the same name in {@code comms.metrics.clickhouse}.
 */
public enum Metric {
  CONTACT_SHARE(
      Area.CONVERSATIONS,
      "Contact share",
      Unit.RATIO,
      "Active contracts with at least one message / active contracts",
      List.of("contract_started", "contract_closed", "chat_message_sent", "chat_thread_created"),
      List.of(Target.atLeast(0.95)),
      List.of()),
  CHAT_TO_CONTRACT(
      Area.CONVERSATIONS,
      "Chat to contract",
      Unit.RATIO,
      "Order chats that became a contract / order chats created in the period",
      List.of("chat_thread_created", "chat_message_sent", "contract_started"),
      List.of(Target.atLeast(0.35)),
      List.of(INITIATOR_ROLE)),
  FIRST_RESPONSE_TIME(
      Area.CONVERSATIONS,
      "First response time",
      Unit.SECONDS,
      "Percentiles and mean of the time from a message to its reply, per reply within a contract",
      List.of("chat_message_sent", "chat_message_received", "chat_message_replied"),
      List.of(Target.atMost(Stat.P50, 120), Target.atMost(Stat.P95, 600)),
      List.of(THREAD_TYPE, SENDER_ROLE)),
  DISPUTE_RATE(
      Area.DISPUTES,
      "Dispute rate",
      Unit.RATIO,
      "Contracts with a dispute opened in the period / contracts closed in the period",
      List.of("dispute_opened", "contract_closed"),
      List.of(Target.atMost(0.07)),
      List.of(INITIATOR_ROLE, REASON_CATEGORY)),
  DISPUTE_OUTCOMES(
      Area.DISPUTES,
      "Dispute outcomes",
      Unit.COUNT,
      "Disputes resolved in the period, by resolution",
      List.of("dispute_resolved", "dispute_opened"),
      List.of(),
      List.of(RESOLUTION, INITIATOR_ROLE, REASON_CATEGORY)),
  DISPUTE_NPS(
      Area.DISPUTES,
      "NPS after a dispute",
      Unit.SCORE,
      "100 * (scores of 9-10 minus scores of 0-6) / responses",
      List.of("dispute_nps_submitted", "dispute_resolved", "dispute_opened"),
      List.of(Target.atLeast(35)),
      List.of(ROLE, INITIATOR_ROLE, RESOLUTION)),
  WS_LATENCY(
      Area.DELIVERY,
      "WebSocket latency",
      Unit.MILLISECONDS,
      "Percentiles of the time from the server's send to the client's receipt",
      List.of("chat_ws_delivery_latency_ms (Prometheus)", "chat_message_delivered"),
      List.of(Target.atMost(Stat.P95, 1000), Target.atMost(Stat.P99, 2000)),
      List.of(DELIVERY_CHANNEL, INSTANCE)),
  DELIVERY_FAILURES(
      Area.DELIVERY,
      "Delivery failures",
      Unit.RATIO,
      "Notifications with a failed attempt / notifications scheduled",
      List.of("notification_delivery_failed", "notification_delivery_scheduled"),
      List.of(Target.atMost(0.005)),
      List.of(CHANNEL, ERROR_CODE, TEMPLATE)),
  DELIVERY_DROPS(
      Area.DELIVERY,
      "Delivery drops",
      Unit.RATIO,
      "Notifications dropped / notifications scheduled",
      List.of("notification_dropped", "notification_delivery_scheduled"),
      List.of(Target.atMost(0.01)),
      List.of(CHANNEL, DROP_REASON, TEMPLATE)),
  WS_RECONNECTS(
      Area.DELIVERY,
      "WebSocket reconnects",
      Unit.ATTEMPTS,
      "Mean number of attempts until a stable connection",
      List.of("ws_reconnect_attempts (Prometheus)"),
      List.of(Target.atMost(3)),
      List.of(INSTANCE));

  private final Area area;
  private final String title;
  private final Unit unit;
  private final String formula;
  private final List<String> sources;
  private final List<Target> targets;
  private final List<Dimension> breakdowns;

  Metric(
      Area area,
      String title,
      Unit unit,
      String formula,
      List<String> sources,
      List<Target> targets,
      List<Dimension> breakdowns) {
    this.area = area;
    this.title = title;
    this.unit = unit;
    this.formula = formula;
    this.sources = sources;
    this.targets = targets;
    this.breakdowns = breakdowns;
  }

  /** The metric of that id, if it is one of the ten. */
  public static Optional<Metric> withId(String id) {
    return Arrays.stream(values()).filter(metric -> metric.id().equals(id)).findFirst();
  }

  /**
   * The id that the UI, the API, the alerts and the SQL share, for example {@code dispute-rate}.
   */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What it is about. */
  public Area area() {
    return area;
  }

  /** The metrics of those areas, in the order of the catalog. */
  public static List<Metric> of(Area... areas) {
    return Arrays.stream(values()).filter(m -> Arrays.asList(areas).contains(m.area)).toList();
  }

  /** The English name. */
  public String title() {
    return title;
  }

  public Unit unit() {
    return unit;
  }

  /** The formula in one English sentence. */
  public String formula() {
    return formula;
  }

  /** The events and Prometheus metrics that it is worked out from. */
  public List<String> sources() {
    return sources;
  }

  /** The targets of the specification; a metric with two has the worse status of the two. */
  public List<Target> targets() {
    return targets;
  }

  /** The dimensions by which it can be broken down and filtered. */
  public List<Dimension> breakdowns() {
    return breakdowns;
  }
}
