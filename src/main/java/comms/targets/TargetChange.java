package comms.targets;

import comms.catalog.Metric;
import comms.catalog.Stat;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A target that somebody has set.
 *
 * @param value in the metric's unit; ratios as fractions
 * @param from the first day on which it holds, in the dashboard's zone
 * @param changedBy the login of who has set it
 */
public record TargetChange(
    Metric metric, Stat stat, double value, LocalDate from, Instant changedAt, String changedBy) {

  /**
   * Checks that there is such a target and that its value is possible.
   *
   * @throws IllegalArgumentException when not
   */
  public TargetChange {
    if (metric.targets().stream().noneMatch(target -> target.stat() == stat)) {
      throw new IllegalArgumentException(metric.id() + " has no target for " + stat.wireName());
    }
    boolean possible =
        switch (metric.unit()) {
          case RATIO -> value >= 0 && value <= 1;
          case SCORE -> value >= -100 && value <= 100;
          default -> value > 0 && Double.isFinite(value);
        };
    if (!possible) {
      throw new IllegalArgumentException(value + " is no target for " + metric.id());
    }
  }
}
