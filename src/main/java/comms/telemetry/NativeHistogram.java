package comms.telemetry;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A native histogram as the HTTP API writes it, and the cumulative counts of a classic one that an
 * exponential one comes to. Their bounds are eight to a doubling from 1 to 65536, or as many as the
 * histogram has, so that they are true bounds of it and nothing is guessed; the same for all
 * histograms of one resolution, so that they can be summed.
 */
record NativeHistogram(
    @Nullable String count, @Nullable String sum, @Nullable List<Bucket> buckets) {

  private static final int A_DOUBLING = 8;
  private static final int DOUBLINGS = 16;
  private static final double TOLERANCE = 1e-9;

  /**
   * A bucket with observations, and how many.
   *
   * @param rule which of the bounds belong to it
   */
  @JsonFormat(shape = JsonFormat.Shape.ARRAY)
  record Bucket(
      int rule, @Nullable String lower, @Nullable String upper, @Nullable String observations) {

    double from() {
      return number(lower);
    }

    double to() {
      return number(upper);
    }

    double size() {
      return number(observations);
    }
  }

  HistogramKind kind() {
    return HistogramKind.of(populated());
  }

  /** Whether it counts; one that is stale does not. */
  boolean isCount() {
    return Double.isFinite(observations())
        && populated().stream().allMatch(bucket -> Double.isFinite(bucket.size()));
  }

  double observations() {
    return number(count);
  }

  double total() {
    return number(sum);
  }

  /** By upper bound, infinity with all observations at the end. */
  Map<Double, Double> cumulative() {
    NavigableMap<Integer, Double> byPlace = new TreeMap<>();
    populated().forEach(bucket -> byPlace.merge(place(bucket.to()), bucket.size(), Double::sum));
    Map<Double, Double> cumulative = new TreeMap<>();
    for (int place = 0; place <= DOUBLINGS * A_DOUBLING; place += step()) {
      double below =
          byPlace.headMap(place, true).values().stream().mapToDouble(Double::doubleValue).sum();
      cumulative.put(Math.pow(2, (double) place / A_DOUBLING), below);
    }
    cumulative.put(Double.POSITIVE_INFINITY, observations());
    return cumulative;
  }

  /** The first of our bounds that the bucket does not go beyond. */
  private static int place(double upper) {
    return upper <= 1 ? 0 : (int) Math.ceil(A_DOUBLING * log2(upper) - TOLERANCE);
  }

  /** How many of our bounds one bucket of the histogram spans. */
  private int step() {
    double widest =
        populated().stream()
            .filter(bucket -> bucket.from() > 0 && Double.isFinite(bucket.to()))
            .mapToDouble(bucket -> log2(bucket.to() / bucket.from()))
            .max()
            .orElse(0);
    return (int) Math.max(1, Math.round(widest * A_DOUBLING));
  }

  /** The buckets with observations, from the lowest to the highest. */
  List<Bucket> populated() {
    return Objects.requireNonNullElse(buckets, List.<Bucket>of()).stream()
        .filter(bucket -> bucket.size() != 0)
        .toList();
  }

  private static double log2(double value) {
    return Math.log(value) / Math.log(2);
  }

  private static double number(@Nullable String text) {
    try {
      return PrometheusNumber.parse(Objects.requireNonNullElse(text, "nothing"));
    } catch (NumberFormatException e) {
      throw new PrometheusFailure("answers with a histogram that has no numbers", e);
    }
  }
}
