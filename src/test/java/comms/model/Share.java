package comms.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A metric that is a number of distinct things over another: dispute-rate, delivery-failures,
 * delivery-drops. A breakdown or filter that the denominator's things do not have leaves it whole.
 *
 * @param beside the name of a count of the numerator's events that is shown beside the share
 */
record Share(Counted numerator, Counted denominator, List<String> beside) implements Formula {

  @Override
  public List<String> stats() {
    return beside.isEmpty() ? List.of("value") : List.of("value", beside.getFirst());
  }

  @Override
  public Set<Map<String, String>> keys(Span span) {
    Set<Map<String, String>> keys = new LinkedHashSet<>(numerator.keys(span));
    keys.addAll(denominator.keys(span));
    return keys;
  }

  @Override
  public Figure figure(Map<String, String> key, String stat, Span span) {
    return stat.equals("value")
        ? Figure.ratio(numerator.distinct(key, span), denominator.distinct(key, span))
        : Figure.count(numerator.count(key, span));
  }
}
