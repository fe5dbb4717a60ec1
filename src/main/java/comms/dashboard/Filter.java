package comms.dashboard;

import com.vaadin.flow.router.QueryParameters;
import comms.catalog.Dimension;
import comms.metrics.Interval;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a reader has chosen in the filter bar; its place is the URL, see {@link FilterAddress}.
 *
 * @param custom the days of a custom period, null for every other
 * @param interval the chosen length of a bucket, null for one that fits the period
 * @param values for each dimension the values that count; a dimension without a choice is not there
 * @param fullPeriods whether buckets that are not over, or cut off by the period, are left out
 * @param worstFirst whether the overview shows the worst metric first
 */
record Filter(
    Period period,
    @Nullable Days custom,
    @Nullable Interval interval,
    Comparison comparison,
    Map<Dimension, Set<String>> values,
    boolean fullPeriods,
    Refresh refresh,
    boolean worstFirst) {

  static final Filter DEFAULT =
      new Filter(
          Period.DAYS_28, null, null, Comparison.PREVIOUS, Map.of(), false, Refresh.OFF, false);

  /** More buckets than this are neither legible nor cheap. */
  private static final int MOST_BUCKETS = 400;

  Filter {
    if ((period == Period.CUSTOM) != (custom != null)) {
      throw new IllegalArgumentException("a custom period has days, and no other has");
    }
    Map<Dimension, Set<String>> sorted = new TreeMap<>();
    values.forEach(
        (dimension, chosen) -> {
          if (!chosen.isEmpty()) {
            sorted.put(dimension, Collections.unmodifiableSet(new TreeSet<>(chosen)));
          }
        });
    values = Collections.unmodifiableMap(sorted);
  }

  /** The filter of a URL; what cannot be read falls back to the default. */
  static Filter of(QueryParameters parameters) {
    return new FilterAddress(parameters).read();
  }

  /** The URL's parameters, the defaults written out so that a link stays what it was. */
  QueryParameters toQueryParameters() {
    return FilterAddress.of(this);
  }

  Filter withPeriod(Period period) {
    return new Filter(period, null, interval, comparison, values, fullPeriods, refresh, worstFirst);
  }

  Filter withCustom(Days days) {
    return new Filter(
        Period.CUSTOM, days, interval, comparison, values, fullPeriods, refresh, worstFirst);
  }

  Filter withInterval(@Nullable Interval interval) {
    return new Filter(
        period, custom, interval, comparison, values, fullPeriods, refresh, worstFirst);
  }

  Filter withComparison(Comparison comparison) {
    return new Filter(
        period, custom, interval, comparison, values, fullPeriods, refresh, worstFirst);
  }

  Filter withValues(Map<Dimension, Set<String>> values) {
    return new Filter(
        period, custom, interval, comparison, values, fullPeriods, refresh, worstFirst);
  }

  /** With these values of one dimension; none for all of them. */
  Filter withValues(Dimension dimension, Set<String> chosen) {
    Map<Dimension, Set<String>> changed = new TreeMap<>(values);
    changed.put(dimension, chosen);
    return withValues(changed);
  }

  Filter withFullPeriods(boolean fullPeriods) {
    return new Filter(
        period, custom, interval, comparison, values, fullPeriods, refresh, worstFirst);
  }

  Filter withRefresh(Refresh refresh) {
    return new Filter(
        period, custom, interval, comparison, values, fullPeriods, refresh, worstFirst);
  }

  Filter withWorstFirst(boolean worstFirst) {
    return new Filter(
        period, custom, interval, comparison, values, fullPeriods, refresh, worstFirst);
  }

  /** Whether both ask the metrics the same, however it is shown. */
  boolean asksLike(@Nullable Filter other) {
    return other != null
        && withRefresh(other.refresh).withWorstFirst(other.worstFirst).equals(other);
  }

  /** The values that count of the dimensions that are among these. */
  Map<Dimension, Set<String>> valuesOf(Collection<Dimension> dimensions) {
    Map<Dimension, Set<String>> some = new TreeMap<>(values);
    some.keySet().retainAll(dimensions);
    return some;
  }

  Days days(LocalDate today) {
    return custom != null ? custom : period.days(today);
  }

  /** Whether a period of so many days can be cut into buckets of that length. */
  static boolean fits(Interval interval, long days) {
    return switch (interval) {
      case HOUR -> days * 24 <= MOST_BUCKETS;
      case DAY -> days <= MOST_BUCKETS;
      case WEEK -> days / 7 <= MOST_BUCKETS;
      case MONTH, TOTAL -> true;
    };
  }

  /** The chosen interval where it fits the period, else one that does. */
  Interval intervalFor(Days days) {
    if (interval != null && fits(interval, days.count())) {
      return interval;
    }
    if (days.count() <= 2) {
      return Interval.HOUR;
    }
    if (days.count() <= 62) {
      return Interval.DAY;
    }
    return days.count() <= 200 ? Interval.WEEK : Interval.MONTH;
  }
}
