package comms.model;

import comms.catalog.Metric;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A question to a metric.
 *
 * @param by names of dimensions
 * @param filters for each dimension the values that count
 * @param everyReply whether replies outside contracts count, too (first-response-time)
 */
record Question(
    Metric metric,
    Span range,
    String interval,
    List<String> by,
    Map<String, Set<String>> filters,
    boolean everyReply) {

  static Question of(Metric metric, Span range, String interval) {
    return new Question(metric, range, interval, List.of(), Map.of(), false);
  }

  Question by(String... dimensions) {
    return new Question(metric, range, interval, List.of(dimensions), filters, everyReply);
  }

  Question only(String dimension, String... values) {
    return new Question(metric, range, interval, by, Map.of(dimension, Set.of(values)), everyReply);
  }

  Question over(Span otherRange, String otherInterval) {
    return new Question(metric, otherRange, otherInterval, by, filters, everyReply);
  }

  Question withEveryReply() {
    return new Question(metric, range, interval, by, filters, true);
  }
}
