package comms.telemetry;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How much one counter grew in each minute, from its samples. A difference belongs to the minute of
 * its later sample, so nothing is lost where scrapes are missing. A counter that goes down began
 * again at zero. The first sample of all is where counting starts; it is no increase, as for
 * Prometheus' own {@code increase()}. What is no number is passed over.
 */
final class Increases {

  private static final long MINUTE = 60_000;

  private final Map<Long, Double> byMinute = new TreeMap<>();
  private @Nullable Sample last;

  /**
   * @param last the sample before the first, if the counter is known
   */
  Increases(@Nullable Sample last) {
    this.last = last;
  }

  /** Takes the samples in their order; those up to the last one known are known already. */
  Increases after(List<Sample> samples) {
    samples.forEach(this::take);
    return this;
  }

  private void take(Sample sample) {
    Sample before = last;
    if (!Double.isFinite(sample.value()) || (before != null && sample.at() <= before.at())) {
      return;
    }
    if (before != null) {
      boolean reset = sample.value() < before.value();
      byMinute.merge(
          minute(sample.at()),
          reset ? sample.value() : sample.value() - before.value(),
          Double::sum);
    }
    last = sample;
  }

  /** By the start of the minute; minutes without a difference are not there. */
  Map<Long, Double> byMinute() {
    return byMinute;
  }

  /** The sample from which the next increase counts. */
  @Nullable Sample last() {
    return last;
  }

  /** The start of the minute of that moment. */
  static long minute(long at) {
    return Math.floorDiv(at, MINUTE) * MINUTE;
  }
}
