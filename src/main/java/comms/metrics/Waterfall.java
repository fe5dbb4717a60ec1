package comms.metrics;

import comms.catalog.Dimension;
import comms.catalog.Metric;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of the notifications of a period, over all and by channel, so that the parts add up.
 *
 * @param freshUntil when the newest stored event was accepted; the epoch when none is
 * @param whole over all channels, where a notification counts once whatever its channels
 * @param channels by channel; {@link Others#VALUE} in the place of those that are not told apart
 * @param others how many values of channel, drop reason and error code are not told apart, at
 *     least; a dimension of which every value is shown is not there
 */
public record Waterfall(
    TimeRange range,
    Instant freshUntil,
    Steps whole,
    SortedMap<String, Steps> channels,
    Map<Dimension, Long> others) {

  /** What the notifications of a waterfall can be filtered by. */
  public static final List<Dimension> FILTERS = List.of(Dimension.CHANNEL, Dimension.TEMPLATE);

  public Waterfall {
    channels = Collections.unmodifiableSortedMap(new TreeMap<>(channels));
  }

  /** A waterfall in which every value is shown. */
  public Waterfall(
      TimeRange range, Instant freshUntil, Steps whole, SortedMap<String, Steps> channels) {
    this(range, freshUntil, whole, channels, Map.of());
  }

  /** Refuses what notifications with all sorts of trouble cannot be filtered by. */
  public static void checkFilters(Collection<Dimension> filters) {
    for (Dimension filter : filters) {
      if (!FILTERS.contains(filter)) {
        throw new InvalidMetricQuery(
            "the delivery waterfall cannot be filtered by " + filter.wireName());
      }
    }
  }

  Waterfall withOthers(Map<Dimension, Long> others) {
    return new Waterfall(range, freshUntil, whole, channels, others);
  }

  /** Whether nothing was scheduled, failed or dropped. */
  public boolean isEmpty() {
    return whole.scheduled() + whole.failed() + whole.dropped() == 0;
  }

  /**
   * The notifications of one channel, and apart from them the failed attempts. Failed means that an
   * attempt failed in the period; nothing says that a later one succeeded.
   *
   * @param scheduled notifications scheduled in the period
   * @param failedOnly of the scheduled ones, those that failed and were not dropped
   * @param droppedOnly of the scheduled ones, those that were dropped and did not fail
   * @param failedAndDropped of the scheduled ones, those with both
   * @param failedUnscheduled failed in the period, scheduled before or after it or not known to be
   * @param droppedUnscheduled dropped in the period, scheduled likewise
   * @param droppedByReason all that were dropped in the period, by reason
   * @param attemptsByCode failed attempts in the period, which are no notifications, by error code
   */
  public record Steps(
      long scheduled,
      long failedOnly,
      long droppedOnly,
      long failedAndDropped,
      long failedUnscheduled,
      long droppedUnscheduled,
      SortedMap<String, Long> droppedByReason,
      SortedMap<String, Long> attemptsByCode) {

    public Steps {
      droppedByReason = Collections.unmodifiableSortedMap(new TreeMap<>(droppedByReason));
      attemptsByCode = Collections.unmodifiableSortedMap(new TreeMap<>(attemptsByCode));
    }

    /** Of the scheduled ones, those that neither failed nor were dropped. */
    public long untroubled() {
      return scheduled - failedOnly - droppedOnly - failedAndDropped;
    }

    /** The numerator of delivery-failures. */
    public long failed() {
      return failedOnly + failedAndDropped + failedUnscheduled;
    }

    /** The numerator of delivery-drops. */
    public long dropped() {
      return droppedOnly + failedAndDropped + droppedUnscheduled;
    }

    public long attempts() {
      return attemptsByCode.values().stream().mapToLong(Long::longValue).sum();
    }

    /** A share of the scheduled ones; 0 of none. */
    public double share(long part) {
      return scheduled == 0 ? 0 : (double) part / scheduled;
    }
  }

  /** The steps of that channel, all 0 where nothing happened on it. */
  public Steps channel(String channel) {
    Steps steps = channels.get(channel);
    return steps == null ? new Steps(0, 0, 0, 0, 0, 0, new TreeMap<>(), new TreeMap<>()) : steps;
  }

  /**
   * By what of its notifications a waterfall is selected.
   *
   * @param top how many channels, reasons and codes are told apart; a channel may be among those of
   *     the failed and among those of the dropped, so there may be twice as many channels
   * @param shown which those are, once they are known
   */
  public record Question(
      TimeRange range,
      Map<Dimension, Set<String>> filters,
      Top top,
      Map<Dimension, Set<String>> shown) {

    private static final Top MOST = Top.of(50);

    public Question {
      filters = Collections.unmodifiableMap(new TreeMap<>(filters));
      shown = Collections.unmodifiableMap(new TreeMap<>(shown));
    }

    public Question(TimeRange range, Map<Dimension, Set<String>> filters) {
      this(range, filters, MOST, Map.of());
    }

    public Question withRange(TimeRange range) {
      return new Question(range, filters, top, shown);
    }

    public Question withTop(Top top) {
      return new Question(range, filters, top, shown);
    }

    Question withShown(Map<Dimension, Set<String>> shown) {
      return new Question(range, filters, top, shown);
    }

    /** The same question to a metric of notifications. */
    public MetricQuery to(Metric metric) {
      return MetricQuery.of(metric, range, Interval.TOTAL).withFilters(filters).withShown(shown);
    }
  }
}
