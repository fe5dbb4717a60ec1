package comms.model;

import java.util.Arrays;
import java.util.List;

/** Percentiles of a sample, by linear interpolation between the closest ranks. */
final class Percentiles {

  static final List<String> STATS = List.of("p50", "p95", "p99", "mean");

  private Percentiles() {}

  static Figure figure(String stat, double[] sorted) {
    if (sorted.length == 0) {
      return new Figure(null, 0, 0, 0);
    }
    double value =
        switch (stat) {
          case "p50" -> of(sorted, 0.50);
          case "p95" -> of(sorted, 0.95);
          case "p99" -> of(sorted, 0.99);
          case "mean" -> Arrays.stream(sorted).average().orElseThrow();
          default -> throw new IllegalArgumentException("no such stat: " + stat);
        };
    return new Figure(value, sorted.length, sorted.length, sorted.length);
  }

  static double of(double[] sorted, double share) {
    double rank = share * (sorted.length - 1);
    int below = (int) Math.floor(rank);
    int above = (int) Math.ceil(rank);
    return sorted[below] + (rank - below) * (sorted[above] - sorted[below]);
  }
}
