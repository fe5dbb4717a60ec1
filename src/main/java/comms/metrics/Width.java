package comms.metrics;

import comms.catalog.Metric;
import java.util.Locale;

/**
 * How many figures an answer has: buckets times keys of the breakdown times statistics of each.
 *
 * @param keys how many combinations of values the breakdown has, at least
 */
record Width(Metric metric, long buckets, long keys) {

  /** Bytes of a figure with its place in the answer, as far as they can be told before. */
  private static final int BYTES = 150;

  /** A percentile of a histogram has the shares up to each bound beside it. */
  private static final int BYTES_OF_HISTOGRAM = 1_000;

  long figures() {
    return buckets * keys * stats();
  }

  int stats() {
    return switch (metric) {
      case CHAT_TO_CONTRACT, FIRST_RESPONSE_TIME, WS_LATENCY -> 4;
      case DELIVERY_FAILURES -> 2;
      default -> 1;
    };
  }

  /** How many keys there may be at most. */
  long mostKeys() {
    return Bounds.FIGURES / (buckets * stats());
  }

  /** About how much memory it takes to make the answer. */
  long bytes() {
    return figures() * (metric == Metric.WS_LATENCY ? BYTES_OF_HISTOGRAM : BYTES);
  }

  /**
   * @throws TooWide when that is more than an answer may have
   */
  void check() {
    if (figures() > Bounds.FIGURES) {
      throw new TooWide(
          String.format(
              Locale.ROOT,
              "the answer would have %,d figures (%,d buckets x %,d keys of the breakdown x %d"
                  + " statistics), more than %,d: choose a longer interval, a shorter period or a"
                  + " filter, or ask for the most frequent values and the others, as with top=50",
              figures(),
              buckets,
              keys,
              stats(),
              Bounds.FIGURES),
          figures());
    }
  }
}
