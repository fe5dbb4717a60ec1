package comms.metrics.clickhouse;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A classic Prometheus histogram of increases, and quantiles of it as Prometheus interpolates them:
 * linearly within the bucket of the rank, from 0 in the first one, and never beyond the greatest
 * finite bound.
 */
final class HistogramQuantile {

  private static final double TOLERANCE = 1e-12;

  /** Cumulative counts by upper bound. */
  private final SortedMap<Double, Double> buckets = new TreeMap<>();

  void add(double bound, double cumulativeCount) {
    buckets.merge(bound, cumulativeCount, Double::sum);
  }

  /** How many observations there are; 0 without a bucket up to infinity. */
  double count() {
    return monotonic().getOrDefault(Double.POSITIVE_INFINITY, 0.0);
  }

  /** The quantile in the unit of the bounds; null where Prometheus says NaN. */
  @Nullable Double of(double quantile) {
    double total = count();
    if (buckets.size() < 2 || total == 0) {
      return null;
    }
    double rank = quantile * total;
    double start = 0;
    double countBefore = 0;
    boolean first = true;
    for (Map.Entry<Double, Double> bucket : monotonic().entrySet()) {
      double end = bucket.getKey();
      double count = bucket.getValue();
      if (end == Double.POSITIVE_INFINITY) {
        return start;
      }
      if (count >= rank) {
        if (first && end <= 0) {
          return end;
        }
        double inBucket = count - countBefore;
        return inBucket == 0 ? start : start + (end - start) * (rank - countBefore) / inBucket;
      }
      start = end;
      countBefore = count;
      first = false;
    }
    return start;
  }

  /**
   * What is certain of the quantile, for there is nothing but counts: it lies above {@code
   * bucket_from} and at most at {@code bucket_to}, which is missing where no bound is above it. And
   * for each finite bound the share of the observations up to it, as {@code share_to_BOUND}.
   */
  Map<String, @Nullable Double> certainties(double quantile) {
    Map<String, @Nullable Double> certainties = new LinkedHashMap<>();
    double total = count();
    if (total == 0) {
      return certainties;
    }
    double from = 0;
    for (Map.Entry<Double, Double> bucket : monotonic().entrySet()) {
      double bound = bucket.getKey();
      boolean reached = bucket.getValue() >= quantile * total;
      if (reached && !certainties.containsKey("bucket_from")) {
        certainties.put("bucket_from", from);
        if (!Double.isInfinite(bound)) {
          certainties.put("bucket_to", bound);
        }
      }
      if (!Double.isInfinite(bound)) {
        certainties.put("share_to_" + name(bound), bucket.getValue() / total);
      }
      from = bound;
    }
    return certainties;
  }

  /** A bound without needless zeros, such as {@code 1000} or {@code 2.5}. */
  private static String name(double bound) {
    return BigDecimal.valueOf(bound).stripTrailingZeros().toPlainString();
  }

  /** The counts with every one at least its predecessor's. */
  private SortedMap<Double, Double> monotonic() {
    SortedMap<Double, Double> monotonic = new TreeMap<>();
    double before = 0;
    for (Map.Entry<Double, Double> bucket : buckets.entrySet()) {
      double count = bucket.getValue();
      boolean same = Math.abs(count - before) <= TOLERANCE * Math.max(Math.abs(count), before);
      before = count < before || same ? before : count;
      monotonic.put(bucket.getKey(), before);
    }
    return monotonic;
  }
}
