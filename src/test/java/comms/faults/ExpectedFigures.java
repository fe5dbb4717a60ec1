package comms.faults;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the metrics have to say about some events, by the plainest reading of their formulas. Each
 * figure is named as {@link ShownFigures} names it.
 */
final class ExpectedFigures {

  private final Map<String, List<SentEvent>> events;
  private final Map<String, Double> figures = new TreeMap<>();

  private ExpectedFigures(Collection<SentEvent> events) {
    this.events = events.stream().collect(Collectors.groupingBy(SentEvent::name));
  }

  static Map<String, Double> of(Collection<SentEvent> events) {
    ExpectedFigures expected = new ExpectedFigures(events);
    expected.contracts();
    expected.replies();
    expected.disputes();
    expected.deliveries();
    expected.notifications();
    return expected.figures;
  }

  private void contracts() {
    Set<String> spoken = ids("chat_message_sent", "thread_id");
    Set<String> contracted = ids("contract_started", "thread_id");
    Set<String> created = ids("chat_thread_created", "thread_id");
    share("contact-share", both(contracted, spoken).size(), contracted.size());
    share("chat-to-contract", both(created, contracted).size(), created.size());
  }

  private void replies() {
    Set<String> contracted = ids("contract_started", "thread_id");
    List<Double> latencies =
        all("chat_message_replied")
            .filter(reply -> contracted.contains(reply.text("thread_id")))
            .map(reply -> Double.valueOf(reply.text("first_reply_latency_sec")))
            .sorted()
            .toList();
    percentiles("first-response-time", latencies);
  }

  private void disputes() {
    share(
        "dispute-rate",
        ids("dispute_opened", "contract_id").size(),
        ids("contract_closed", "contract_id").size());
    all("dispute_resolved")
        .collect(Collectors.groupingBy(event -> event.text("resolution"), Collectors.counting()))
        .forEach(
            (resolution, n) ->
                figures.put(
                    "dispute-outcomes {resolution=%s} count value".formatted(resolution),
                    n.doubleValue()));
    List<Integer> scores =
        all("dispute_nps_submitted").map(event -> Integer.valueOf(event.text("score"))).toList();
    long promoters = scores.stream().filter(score -> score >= 9).count();
    long detractors = scores.stream().filter(score -> score <= 6).count();
    share("dispute-nps", promoters - detractors, scores.size());
  }

  private void deliveries() {
    Map<String, List<Double>> latencies = new HashMap<>();
    all("chat_message_delivered")
        .forEach(
            event ->
                latencies
                    .computeIfAbsent(event.text("delivery_channel"), _ -> new ArrayList<>())
                    .add(Double.valueOf(event.text("delivery_latency_ms"))));
    latencies.forEach(
        (channel, values) ->
            percentiles(
                "ws-latency {delivery_channel=%s}".formatted(channel),
                values.stream().sorted().toList()));
  }

  private void notifications() {
    int scheduled = ids("notification_delivery_scheduled", "notification_id").size();
    share(
        "delivery-failures",
        ids("notification_delivery_failed", "notification_id").size(),
        scheduled);
    share("delivery-drops", ids("notification_dropped", "notification_id").size(), scheduled);
    figures.put(
        "delivery-failures attempts value", (double) all("notification_delivery_failed").count());
  }

  private void share(String metric, long numerator, long denominator) {
    figures.put(metric + " value numerator", (double) numerator);
    figures.put(metric + " value denominator", (double) denominator);
  }

  private void percentiles(String metric, List<Double> sorted) {
    if (sorted.isEmpty()) {
      return;
    }
    figures.put(metric + " p50 value", percentile(sorted, 0.5));
    figures.put(metric + " p95 value", percentile(sorted, 0.95));
    figures.put(metric + " p95 samples", (double) sorted.size());
  }

  /** Linear between the closest ranks. */
  private static double percentile(List<Double> sorted, double level) {
    double rank = level * (sorted.size() - 1);
    int below = (int) Math.floor(rank);
    double low = sorted.get(below);
    double high = sorted.get(Math.min(below + 1, sorted.size() - 1));
    return low + (rank - below) * (high - low);
  }

  private Stream<SentEvent> all(String name) {
    return events.getOrDefault(name, List.of()).stream();
  }

  private Set<String> ids(String name, String property) {
    return all(name).map(event -> event.text(property)).collect(Collectors.toSet());
  }

  private static Set<String> both(Set<String> some, Set<String> others) {
    Set<String> both = new HashSet<>(some);
    both.retainAll(others);
    return both;
  }
}
