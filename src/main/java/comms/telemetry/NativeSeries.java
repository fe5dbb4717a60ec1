package comms.telemetry;

import comms.telemetry.RawSeries.HistogramSample;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A series of native histograms as the series that a classic histogram of it would have: sum and
 * count of all, buckets of those that are exponential.
 */
final class NativeSeries {

  private static final String NAME = "__name__";
  private static final String BOUND = "le";
  private static final String BUCKET = "_bucket";

  private final Map<Map<String, String>, List<Sample>> samples = new LinkedHashMap<>();
  private final Map<String, String> labels;

  NativeSeries(Map<String, String> labels) {
    this.labels = labels;
  }

  NativeSeries addSums(HistogramSample sample) {
    put("_count", "", new Sample(sample.at(), sample.histogram().observations()));
    put("_sum", "", new Sample(sample.at(), sample.histogram().total()));
    return this;
  }

  NativeSeries addBuckets(HistogramSample sample) {
    sample
        .histogram()
        .cumulative()
        .forEach((bound, count) -> put(BUCKET, bound.toString(), new Sample(sample.at(), count)));
    return this;
  }

  private void put(String suffix, String bound, Sample sample) {
    samples.computeIfAbsent(labels(labels, suffix, bound), _ -> new ArrayList<>()).add(sample);
  }

  private static Map<String, String> labels(
      Map<String, String> labels, String suffix, String bound) {
    Map<String, String> own = new HashMap<>(labels);
    own.merge(NAME, suffix, String::concat);
    if (!bound.isEmpty()) {
      own.put(BOUND, bound);
    }
    return own;
  }

  /** The labels that the last bucket of a classic histogram of a native one has. */
  static Map<String, String> lastBucket(Map<String, String> labels) {
    return labels(labels, BUCKET, "+Inf");
  }

  /** The labels of the native histogram that a bucket of a classic one belongs to, if it is one. */
  static Optional<Map<String, String>> ofBucket(Map<String, String> labels) {
    String name = labels.getOrDefault(NAME, "");
    if (!name.endsWith(BUCKET)) {
      return Optional.empty();
    }
    Map<String, String> whole = new HashMap<>(labels);
    whole.remove(BOUND);
    whole.put(NAME, name.substring(0, name.length() - BUCKET.length()));
    return Optional.of(whole);
  }

  Stream<RawSeries> classic() {
    return samples.entrySet().stream().map(one -> new RawSeries(one.getKey(), one.getValue()));
  }
}
