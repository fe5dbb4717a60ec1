package comms.metrics;

import comms.catalog.Dimension;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The values of a question's filters that nothing in its period has, so that nobody takes a slip of
 * the pen for a figure of 0. A value of a closed list that merely does not occur is no slip.
 */
public final class UnmatchedValues {

  /** The channels that the specification names, which need not occur either. */
  private static final Set<String> CHANNELS = Set.of("email", "web_push");

  private UnmatchedValues() {}

  /**
   * The values, by dimension; empty where there are none.
   *
   * @throws org.springframework.dao.DataAccessException when the store does not answer
   */
  public static Map<Dimension, Set<String>> of(MetricQuery query, Metrics metrics) {
    Map<Dimension, Set<String>> unmatched = new TreeMap<>();
    query
        .filters()
        .forEach(
            (dimension, values) -> {
              Set<String> slips = new TreeSet<>(values);
              slips.removeIf(value -> isKnown(dimension, value));
              if (slips.stream().anyMatch(dimension::allows)) {
                slips.removeAll(found(query, dimension, slips, metrics));
              }
              if (!slips.isEmpty()) {
                unmatched.put(dimension, slips);
              }
            });
    return unmatched;
  }

  /** Whether the catalog names the value, or it stands for none. */
  private static boolean isKnown(Dimension dimension, String value) {
    return value.isEmpty()
        || dimension.allowed().contains(value)
        || (dimension == Dimension.CHANNEL && CHANNELS.contains(value));
  }

  /** Those that occur; as many series at most as there are values. */
  private static Set<String> found(
      MetricQuery query, Dimension dimension, Set<String> values, Metrics metrics) {
    MetricQuery alone =
        query
            .withInterval(Interval.TOTAL)
            .withFilters(Map.of(dimension, Set.copyOf(values)))
            .withBy(dimension)
            .withTop(null);
    return metrics.query(alone).series().stream()
        .flatMap(series -> series.key().values().stream())
        .collect(Collectors.toSet());
  }
}
