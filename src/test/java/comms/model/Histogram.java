package comms.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The increases of a Prometheus histogram's cumulative buckets, by upper bound, summed over all
 * series.
 */
record Histogram(SortedMap<Double, Double> cumulative) {

  /** What several series add up to. */
  static Histogram sum(List<Map<Double, Double>> increases) {
    SortedMap<Double, Double> sum = new TreeMap<>();
    for (Map<Double, Double> series : increases) {
      series.forEach((bound, count) -> sum.merge(bound, count, Double::sum));
    }
    return new Histogram(sum);
  }

  /** The quantile as Prometheus works it out; NaN when there is none. */
  double quantile(double share) {
    if (cumulative.size() < 2 || !Double.isInfinite(cumulative.lastKey())) {
      return Double.NaN;
    }
    List<Double> bounds = new ArrayList<>(cumulative.keySet());
    List<Double> counts = monotonic();
    double total = counts.getLast();
    if (total == 0) {
      return Double.NaN;
    }
    double rank = share * total;
    int bucket = 0;
    while (bucket < bounds.size() - 1 && counts.get(bucket) < rank) {
      bucket++;
    }
    if (bucket == bounds.size() - 1) {
      return bounds.get(bucket - 1);
    }
    if (bucket == 0 && bounds.getFirst() <= 0) {
      return bounds.getFirst();
    }
    double start = bucket == 0 ? 0 : bounds.get(bucket - 1);
    double before = bucket == 0 ? 0 : counts.get(bucket - 1);
    double inside = counts.get(bucket) - before;
    return inside == 0
        ? Double.NaN
        : start + (bounds.get(bucket) - start) * (rank - before) / inside;
  }

  private List<Double> monotonic() {
    List<Double> counts = new ArrayList<>();
    double highest = 0;
    for (double count : cumulative.values()) {
      highest = Math.max(highest, count);
      counts.add(highest);
    }
    return counts;
  }
}
