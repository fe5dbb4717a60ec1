package comms.metrics;

import org.jspecify.annotations.Nullable;

/**
 * How many values of each dimension of a breakdown get a series of their own; those with the
 * greatest numerators, among equals with the greatest denominators. The others share a series.
 *
 * @param most how many
 * @param rankedIn the period that decides which; null for the period of the question
 */
public record Top(int most, @Nullable TimeRange rankedIn) {

  public static Top of(int most) {
    return new Top(most, null);
  }
}
