package comms.dashboard;

import comms.catalog.Dimension;
import comms.catalog.Stat;
import comms.metrics.MetricResult;
import comms.metrics.MetricResult.Series;
import comms.metrics.Others;
import comms.metrics.RecordsQuery.Part;
import comms.metrics.TimeRange;
import java.util.List;
import java.util.Map;

/**
 * Which figure of its metric a point, bar, slice, step or cell of a card shows.
 *
 * @param key the values of the breakdown, empty for the whole
 * @param range of the figure's bucket
 */
record Mark(Stat stat, Map<Dimension, String> key, TimeRange range, Part part) {

  private Mark(Stat stat, Map<Dimension, String> key, TimeRange range) {
    this(stat, key, range, Part.COUNTED);
  }

  /** A figure of everything in that time. */
  static Mark of(Stat stat, TimeRange range) {
    return new Mark(stat, Map.of(), range);
  }

  /**
   * Whether it is a figure of values that are not told apart, and so of no records of their own.
   */
  boolean ofOthers() {
    return Others.in(key);
  }

  /** What the figure left behind. */
  Mark missed() {
    return new Mark(stat, key, range, Part.MISSED);
  }

  /** What the figure was counted among. */
  Mark all() {
    return new Mark(stat, key, range, Part.ALL);
  }

  /** The total of a series. */
  static Mark total(MetricResult result, Series series) {
    return new Mark(series.stat(), series.key(), result.range());
  }

  /** The points of a series. */
  static List<Mark> points(MetricResult result, Series series) {
    return series.points().stream()
        .map(point -> new Mark(series.stat(), series.key(), result.rangeOf(point)))
        .toList();
  }
}
