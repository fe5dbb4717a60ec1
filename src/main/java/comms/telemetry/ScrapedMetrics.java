package comms.telemetry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The two metrics that are imported: what to ask a server for, and which counter each of the series
 * of the answer is.
 */
final class ScrapedMetrics {

  /** The names in the store, which the SQL of the metrics asks for. */
  static final String LATENCY = "chat_ws_delivery_latency_ms";

  static final String RECONNECTS = "ws_reconnect_attempts";

  private static final String NAME = "__name__";
  private static final String BOUND = "le";

  /** What a series of that name is a part of, and which. */
  private record Meaning(String metric, String part) {}

  private final Map<String, Meaning> byName = new LinkedHashMap<>();
  private final List<String> histograms;
  private final String selector;

  ScrapedMetrics(TelemetrySettings settings, String labels) {
    // What native histograms are called; they come as the counters of classic ones.
    histograms = List.of(settings.latencyMetric(), settings.reconnectsMetric());
    put(settings.latencyMetric(), LATENCY);
    byName.put(settings.latencyMetric() + "_bucket", new Meaning(LATENCY, BOUND));
    put(settings.reconnectsMetric(), RECONNECTS);
    this.selector = labels.strip().replaceFirst("^\\{(.*)}$", "$1").strip();
  }

  private void put(String name, String metric) {
    byName.put(name + "_sum", new Meaning(metric, Counter.SUM));
    byName.put(name + "_count", new Meaning(metric, Counter.COUNT));
  }

  /** A selector of all the series that matter. */
  String query() {
    String names = String.join("|", byName.keySet()) + "|" + String.join("|", histograms);
    return "{%s=~\"%s\"%s}".formatted(NAME, names, selector.isEmpty() ? "" : ", " + selector);
  }

  /** The counter with these labels; none where a bucket has no bound that is a number. */
  Optional<Counter> counter(Map<String, String> labels) {
    Meaning meaning = byName.get(labels.getOrDefault(NAME, ""));
    if (meaning == null) {
      return Optional.empty();
    }
    boolean bucket = meaning.part().equals(BOUND);
    Map<String, String> own = new TreeMap<>(labels);
    own.remove(NAME);
    if (bucket) {
      own.remove(BOUND);
    }
    Optional<String> part =
        bucket ? bound(labels.getOrDefault(BOUND, "")) : Optional.of(meaning.part());
    return part.map(
        name ->
            new Counter(meaning.metric(), labels.getOrDefault("instance", ""), text(own), name));
  }

  /** Servers write the same bound in several ways; it is one number. */
  private static Optional<String> bound(String le) {
    try {
      double bound = PrometheusNumber.parse(le);
      return Double.isNaN(bound) ? Optional.empty() : Optional.of(Double.toString(bound));
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  private static String text(Map<String, String> labels) {
    return labels.entrySet().stream()
        .map(label -> label.getKey() + "=\"" + escaped(label.getValue()) + "\"")
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }
}
