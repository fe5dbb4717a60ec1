package comms.telemetry;

import comms.telemetry.NativeHistogram.Bucket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * How much the buckets of a histogram with bounds of its own grow from sample to sample. Which
 * bounds it has is not known as a whole, since empty buckets are left out of the samples; but what
 * lies up to a bound that is not named is known all the same where no bucket goes across it.
 *
 * <p>A histogram of which anything goes down began again, as a whole. One whose bounds change
 * without that is new in its shape, and what it grew by is spread as all of it is.
 */
final class OwnBuckets {

  private static final double TOLERANCE = 1e-9;

  private NavigableMap<Double, Double> cumulative;

  /** What one bucket grew by. */
  record Growth(double lower, double upper, double observations) {}

  /**
   * @param cumulative counts by upper bound up to infinity, as they stood; empty where nothing is
   *     known
   */
  OwnBuckets(Map<Double, Double> cumulative) {
    this.cumulative = new TreeMap<>(cumulative);
  }

  /** Takes the next sample; the first of all is where counting starts. */
  List<Growth> next(List<Bucket> buckets) {
    List<Growth> growth = cumulative.isEmpty() ? List.of() : growth(buckets);
    NavigableMap<Double, Double> now = new TreeMap<>();
    double count = 0;
    for (Bucket bucket : buckets) {
      if (Double.isFinite(bucket.from())) {
        now.put(bucket.from(), count);
      }
      count += bucket.size();
      now.put(bucket.to(), count);
    }
    now.put(Double.POSITIVE_INFINITY, count);
    cumulative = now;
    return growth;
  }

  /** The counts up to each bound that is known, infinity at the end. */
  Map<Double, Double> cumulative() {
    return cumulative;
  }

  private List<Growth> growth(List<Bucket> buckets) {
    double all = buckets.stream().mapToDouble(Bucket::size).sum();
    double before = cumulative.lastEntry().getValue();
    if (buckets.stream().allMatch(bucket -> isTold(bucket.from()) && isTold(bucket.to()))) {
      boolean goesOn = buckets.stream().allMatch(bucket -> bucket.size() >= before(bucket));
      double accounted = buckets.stream().mapToDouble(this::before).sum();
      return goesOn && Math.abs(accounted - before) <= TOLERANCE * before
          ? grown(buckets, bucket -> bucket.size() - before(bucket))
          : grown(buckets, Bucket::size);
    }
    double share = all < before ? 1 : (all - before) / all;
    return grown(buckets, bucket -> bucket.size() * share);
  }

  private static List<Growth> grown(List<Bucket> buckets, ToDoubleFunction<Bucket> by) {
    List<Growth> growth = new ArrayList<>();
    for (Bucket bucket : buckets) {
      double observations = by.applyAsDouble(bucket);
      if (observations > 0) {
        growth.add(new Growth(bucket.from(), bucket.to(), observations));
      }
    }
    return growth;
  }

  private double before(Bucket bucket) {
    return upTo(bucket.to()) - upTo(bucket.from());
  }

  private double upTo(double bound) {
    Map.Entry<Double, Double> below = cumulative.floorEntry(bound);
    return below == null ? 0 : below.getValue();
  }

  /** Whether it is known how many lay up to there. */
  private boolean isTold(double bound) {
    Map.Entry<Double, Double> above = cumulative.ceilingEntry(bound);
    return bound == Double.NEGATIVE_INFINITY
        || above == null
        || above.getKey() == bound
        || above.getValue() == upTo(bound);
  }
}
