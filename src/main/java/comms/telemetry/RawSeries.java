package comms.telemetry;

import java.util.List;
import java.util.Map;

/**
 * One series as a server has it: its labels, its name among them, and its samples in order.
 *
 * @param histograms those of a native histogram that are more than counters of a classic one
 */
record RawSeries(
    Map<String, String> labels, List<Sample> samples, List<HistogramSample> histograms) {

  /** A native histogram at a moment. */
  record HistogramSample(long at, NativeHistogram histogram) {}

  RawSeries(Map<String, String> labels, List<Sample> samples) {
    this(labels, samples, List.of());
  }
}
