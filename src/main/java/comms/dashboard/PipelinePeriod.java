package comms.dashboard;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/** A period that the pipeline is looked at over, up to now, and the step of its charts. */
enum PipelinePeriod {
  HOUR(Duration.ofHours(1), Duration.ofMinutes(1)),
  DAY(Duration.ofDays(1), Duration.ofMinutes(15)),
  WEEK(Duration.ofDays(7), Duration.ofHours(2)),
  QUARTER(Duration.ofDays(90), Duration.ofDays(1));

  private final Duration length;
  private final Duration step;

  PipelinePeriod(Duration length, Duration step) {
    this.length = length;
    this.step = step;
  }

  Duration length() {
    return length;
  }

  Duration step() {
    return step;
  }

  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The period of that name, or a day. */
  static PipelinePeriod named(String wireName) {
    return Arrays.stream(values())
        .filter(period -> period.wireName().equals(wireName))
        .findFirst()
        .orElse(DAY);
  }
}
