package comms.model;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A figure, null when there is no data, with what it is made of.
 *
 * @param extra what is shown beside it; what there is no data for is not in the map
 * @param beside the names of all that belongs beside it
 */
record Figure(
    @Nullable Double value,
    double numerator,
    double denominator,
    double samples,
    Map<String, Double> extra,
    Set<String> beside) {

  Figure(@Nullable Double value, double numerator, double denominator, double samples) {
    this(value, numerator, denominator, samples, Map.of(), Set.of());
  }

  Figure with(String name, @Nullable Double value) {
    Map<String, Double> more = new TreeMap<>(extra);
    if (value != null) {
      more.put(name, value);
    }
    Set<String> names = new TreeSet<>(beside);
    names.add(name);
    return new Figure(this.value, numerator, denominator, samples, more, names);
  }

  static Figure ratio(double numerator, double denominator) {
    return scaled(1, numerator, denominator);
  }

  static Figure scaled(double factor, double numerator, double denominator) {
    return new Figure(
        denominator == 0 ? null : factor * numerator / denominator,
        numerator,
        denominator,
        denominator);
  }

  static Figure count(double count) {
    return new Figure(count, count, count, count);
  }
}
