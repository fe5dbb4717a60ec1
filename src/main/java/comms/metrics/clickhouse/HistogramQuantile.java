package comms.metrics.clickhouse;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A Prometheus histogram of increases, and quantiles of it as Prometheus interpolates them:
 * linearly within the bucket of the rank, from 0 in the first one, and never beyond the greatest
 * finite bound. Buckets come as cumulative counts, which are summed by their bound, or with both
 * bounds and what lies between. Where there are such, every histogram is spread linearly between
 * its own bounds, and the sum has the bounds of all.
 */
final class HistogramQuantile {

  private static final double TOLERANCE = 1e-12;

  /** Cumulative counts by upper bound. */
  private final SortedMap<Double, Double> buckets = new TreeMap<>();

  private final List<OwnBucket> ownBuckets = new ArrayList<>();

  private @Nullable SortedMap<Double, Double> cumulative;

  /** Observations between two bounds. */
  private record OwnBucket(double lower, double upper, double count) {

    /** How many of them lie up to there. */
    double upTo(double bound) {
      if (bound >= upper) {
        return count;
      }
      double start = Double.isInfinite(lower) ? Math.min(0, upper) : lower;
      return bound <= start || Double.isInfinite(upper)
          ? 0
          : count * (bound - start) / (upper - start);
    }
  }

  void add(double bound, double cumulativeCount) {
    buckets.merge(bound, cumulativeCount, Double::sum);
    cumulative = null;
  }

  /** Adds observations above the one bound, minus infinity for none, and up to the other. */
  void add(double lower, double upper, double count) {
    ownBuckets.add(new OwnBucket(lower, upper, count));
    cumulative = null;
  }

  /** How many observations there are; 0 without a bucket up to infinity. */
  double count() {
    return cumulative().getOrDefault(Double.POSITIVE_INFINITY, 0.0);
  }

  /** The quantile in the unit of the bounds; null where Prometheus says NaN. */
  @Nullable Double of(double quantile) {
    double total = count();
    if (cumulative().size() < 2 || total == 0) {
      return null;
    }
    double rank = quantile * total;
    double start = 0;
    double countBefore = 0;
    boolean first = true;
    for (Map.Entry<Double, Double> bucket : cumulative().entrySet()) {
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
    for (Map.Entry<Double, Double> bucket : cumulative().entrySet()) {
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

  /** The counts of all up to each bound. */
  private SortedMap<Double, Double> cumulative() {
    if (cumulative == null) {
      SortedMap<Double, Double> counted = monotonic(buckets);
      cumulative = ownBuckets.isEmpty() ? counted : monotonic(withOwnBuckets(counted));
    }
    return cumulative;
  }

  private SortedMap<Double, Double> withOwnBuckets(SortedMap<Double, Double> counted) {
    List<OwnBucket> all = new ArrayList<>(ownBuckets);
    double lower = Double.NEGATIVE_INFINITY;
    double before = 0;
    for (Map.Entry<Double, Double> bucket : counted.entrySet()) {
      all.add(new OwnBucket(lower, bucket.getKey(), bucket.getValue() - before));
      lower = bucket.getKey();
      before = bucket.getValue();
    }
    SortedMap<Double, Double> sums = new TreeMap<>();
    sums.put(Double.POSITIVE_INFINITY, 0.0);
    for (OwnBucket bucket : all) {
      sums.put(bucket.upper(), 0.0);
      if (Double.isFinite(bucket.lower())) {
        sums.put(bucket.lower(), 0.0);
      }
    }
    sums.replaceAll((bound, _) -> all.stream().mapToDouble(it -> it.upTo(bound)).sum());
    return sums;
  }

  /** The counts with every one at least its predecessor's. */
  private static SortedMap<Double, Double> monotonic(SortedMap<Double, Double> buckets) {
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
