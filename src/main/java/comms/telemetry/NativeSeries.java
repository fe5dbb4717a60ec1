package comms.telemetry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A series of native histograms as the series that a classic histogram of it would have. */
final class NativeSeries {

  private static final String NAME = "__name__";
  private static final String BOUND = "le";
  private static final String BUCKET = "_bucket";

  private final Map<Map<String, String>, List<Sample>> samples = new LinkedHashMap<>();
  private final Map<String, String> labels;

  NativeSeries(Map<String, String> labels) {
    this.labels = labels;
  }

  NativeSeries add(long at, NativeHistogram histogram) {
    put("_count", "", new Sample(at, histogram.observations()));
    put("_sum", "", new Sample(at, histogram.total()));
    histogram
        .cumulative()
        .forEach((bound, count) -> put(BUCKET, bound.toString(), new Sample(at, count)));
    return this;
  }

  private void put(String suffix, String bound, Sample sample) {
    Map<String, String> own = new HashMap<>(labels);
    own.merge(NAME, suffix, String::concat);
    if (!bound.isEmpty()) {
      own.put(BOUND, bound);
    }
    samples.computeIfAbsent(own, _ -> new ArrayList<>()).add(sample);
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
