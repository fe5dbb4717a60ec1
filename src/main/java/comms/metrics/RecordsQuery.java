package comms.metrics;

import comms.catalog.Dimension;
import comms.catalog.Metric;
import comms.catalog.Stat;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A question for the records behind one figure of a metric.
 *
 * @param figure the question whose answer the figure is, over the range of the figure's bucket
 * @param stat which of the metric's figures
 * @param key the values of the breakdown's series, empty for the whole
 * @param part what of a share is asked for
 */
public record RecordsQuery(MetricQuery figure, Stat stat, Map<Dimension, String> key, Part part) {

  /** What of a share. */
  public enum Part {
    /** What was counted, its numerator. */
    COUNTED,
    /** What it was counted among, its denominator. */
    ALL,
    /** What was left behind: of the denominator, or of the funnel's step before, the others. */
    MISSED,
    /** Of the delivery waterfall: scheduled, with a failed attempt, not dropped. */
    FAILED_ONLY,
    /** Of the delivery waterfall: scheduled, dropped, without a failed attempt. */
    DROPPED_ONLY,
    /** Of the delivery waterfall: scheduled, with a failed attempt, and dropped. */
    FAILED_AND_DROPPED,
    /** Of the delivery waterfall: scheduled, neither with a failed attempt nor dropped. */
    UNTROUBLED,
    /** Of the delivery waterfall: with a failed attempt, not scheduled in the period. */
    FAILED_UNSCHEDULED,
    /** Of the delivery waterfall: dropped, not scheduled in the period. */
    DROPPED_UNSCHEDULED;

    /** The part of that wire name, if there is one. */
    public static Optional<Part> named(String wireName) {
      return Stream.of(values()).filter(p -> p.wireName().equals(wireName)).findFirst();
    }

    /** The name in the HTTP API and in URLs. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is a part of the delivery waterfall. */
    public boolean ofWaterfall() {
      return compareTo(MISSED) > 0;
    }
  }

  public RecordsQuery {
    key = Collections.unmodifiableMap(new TreeMap<>(key));
    // Asked so, the metric answers with the figure itself, as the total of the key's series.
    figure = figure.withInterval(Interval.TOTAL).withBy(key.keySet().toArray(Dimension[]::new));
  }

  public Metric metric() {
    return figure.metric();
  }

  public RecordsQuery withPart(Part part) {
    return new RecordsQuery(figure, stat, key, part);
  }

  /** What the records are. */
  public RecordKind kind() {
    boolean all = part == Part.ALL;
    return switch (metric()) {
      case CONTACT_SHARE ->
          switch (part) {
            case COUNTED -> RecordKind.CONTACTED_CONTRACTS;
            case MISSED -> RecordKind.SILENT_CONTRACTS;
            default -> RecordKind.ACTIVE_CONTRACTS;
          };
      case CHAT_TO_CONTRACT ->
          switch (part) {
            case COUNTED -> chats();
            case MISSED -> lostChats();
            default -> RecordKind.CREATED_CHATS;
          };
      case FIRST_RESPONSE_TIME -> RecordKind.REPLIES;
      case DISPUTE_RATE -> all ? RecordKind.CLOSED_CONTRACTS : RecordKind.DISPUTED_CONTRACTS;
      case DISPUTE_OUTCOMES -> RecordKind.RESOLVED_DISPUTES;
      case DISPUTE_NPS -> RecordKind.SURVEY_ANSWERS;
      case WS_LATENCY ->
          concerns(Dimension.DELIVERY_CHANNEL)
              ? RecordKind.DELIVERED_MESSAGES
              : RecordKind.LATENCY_SERIES;
      case DELIVERY_FAILURES ->
          stat == Stat.ATTEMPTS ? RecordKind.FAILED_ATTEMPTS : notifications();
      case DELIVERY_DROPS ->
          all ? RecordKind.SCHEDULED_NOTIFICATIONS : RecordKind.DROPPED_NOTIFICATIONS;
      case WS_RECONNECTS -> RecordKind.RECONNECT_SERIES;
    };
  }

  private RecordKind notifications() {
    return switch (part) {
      case COUNTED, MISSED -> RecordKind.FAILED_NOTIFICATIONS;
      case ALL -> RecordKind.SCHEDULED_NOTIFICATIONS;
      case FAILED_ONLY -> RecordKind.FAILED_ONLY_NOTIFICATIONS;
      case DROPPED_ONLY -> RecordKind.DROPPED_ONLY_NOTIFICATIONS;
      case FAILED_AND_DROPPED -> RecordKind.FAILED_AND_DROPPED_NOTIFICATIONS;
      case UNTROUBLED -> RecordKind.UNTROUBLED_NOTIFICATIONS;
      case FAILED_UNSCHEDULED -> RecordKind.FAILED_UNSCHEDULED_NOTIFICATIONS;
      case DROPPED_UNSCHEDULED -> RecordKind.DROPPED_UNSCHEDULED_NOTIFICATIONS;
    };
  }

  private RecordKind chats() {
    return switch (stat) {
      case STEP1 -> RecordKind.CREATED_CHATS;
      case STEP2 -> RecordKind.DISCUSSED_CHATS;
      default -> RecordKind.CONTRACTED_CHATS;
    };
  }

  private RecordKind lostChats() {
    return switch (stat) {
      case STEP1, STEP2 -> RecordKind.UNDISCUSSED_CHATS;
      case STEP3 -> RecordKind.CHATS_WITHOUT_AGREEMENT;
      default -> RecordKind.UNCONTRACTED_CHATS;
    };
  }

  private boolean concerns(Dimension dimension) {
    return key.containsKey(dimension) || figure.filters().containsKey(dimension);
  }

  /**
   * The parts that are different records; one where the figure is no share, and none where there is
   * no such part.
   */
  public List<Part> parts() {
    if (part.ofWaterfall()) {
      boolean there = metric() == Metric.DELIVERY_FAILURES && stat == Stat.VALUE;
      return there ? List.of(part) : List.of();
    }
    boolean share = withPart(Part.COUNTED).kind() != withPart(Part.ALL).kind();
    boolean slice = metric() == Metric.DISPUTE_OUTCOMES && !key.isEmpty();
    if (!share && !slice) {
      return List.of(Part.COUNTED);
    }
    boolean within = metric() == Metric.CONTACT_SHARE || metric() == Metric.CHAT_TO_CONTRACT;
    return within ? List.of(Part.COUNTED, Part.ALL, Part.MISSED) : List.of(Part.COUNTED, Part.ALL);
  }

  /** The filters in force together with the series' own values. */
  public Map<Dimension, Set<String>> filters() {
    Map<Dimension, Set<String>> filters = new TreeMap<>(figure.filters());
    key.forEach((dimension, value) -> filters.put(dimension, Set.of(value)));
    return filters;
  }
}
