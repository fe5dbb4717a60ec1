package comms.metrics;

import java.util.Map;

/** About how many bytes answers and questions take in memory. */
public final class Weight {

  private static final int OBJECT = 64;
  private static final int ENTRY = 96;

  private Weight() {}

  public static int of(MetricResult result) {
    long bytes = OBJECT;
    for (MetricResult.Series series : result.series()) {
      bytes += 2 * OBJECT;
      for (Map.Entry<?, String> value : series.key().entrySet()) {
        bytes += of(value.getValue());
      }
      for (MetricResult.Point point : series.points()) {
        bytes += 2 * OBJECT + (long) ENTRY * point.figure().extra().size();
      }
      bytes += (long) ENTRY * series.total().extra().size();
    }
    return bounded(bytes);
  }

  public static int of(Waterfall waterfall) {
    long bytes = of(waterfall.whole());
    for (Map.Entry<String, Waterfall.Steps> channel : waterfall.channels().entrySet()) {
      bytes += of(channel.getKey()) + of(channel.getValue());
    }
    return bounded(bytes);
  }

  private static long of(Waterfall.Steps steps) {
    long bytes = 2 * OBJECT;
    for (String name : steps.droppedByReason().keySet()) {
      bytes += of(name);
    }
    for (String name : steps.attemptsByCode().keySet()) {
      bytes += of(name);
    }
    return bytes;
  }

  static int of(ShownValues shown) {
    return bounded(shown.values().stream().mapToLong(Weight::of).sum());
  }

  static int of(MetricQuery query) {
    long bytes = 4 * OBJECT;
    for (var values : query.filters().values()) {
      bytes += values.stream().mapToLong(Weight::of).sum();
    }
    return bounded(bytes);
  }

  private static long of(String text) {
    return ENTRY + 2L * text.length();
  }

  private static int bounded(long bytes) {
    return (int) Math.min(bytes, Integer.MAX_VALUE);
  }
}
