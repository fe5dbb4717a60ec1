package comms.model;

import comms.catalog.Metric;
import comms.catalog.Target;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The specification of the metrics, read word by word over everything that was accepted; slow on
 * purpose.
 */
final class ReferenceModel {

  private static final Span ALL_TIME = new Span(Instant.MIN, Instant.MAX);

  private final Facts facts;
  private final ZoneId zone;
  private final Instant now;
  private final Map<Question, Formula> formulas = new ConcurrentHashMap<>();

  /**
   * The model of what those events mean.
   *
   * @param now when the questions are asked, which decides what bucket is partial
   */
  ReferenceModel(List<KnownEvent> accepted, ZoneId zone, Instant now) {
    this.facts = new Facts(accepted);
    this.zone = zone;
    this.now = now;
  }

  Answer answer(Question asked) {
    // Outcomes are counts by resolution where nothing else is asked for.
    Question question =
        asked.metric() == Metric.DISPUTE_OUTCOMES && asked.by().isEmpty()
            ? asked.by("resolution")
            : asked;
    // What a formula gathers does not depend on the range that is asked about.
    Formula formula =
        formulas.computeIfAbsent(
            question.over(ALL_TIME, "total"), any -> Formulas.of(facts, question));
    List<Span> buckets = Buckets.of(question.range(), question.interval(), zone);
    Set<Map<String, String>> keys = formula.keys(question.range());
    List<Answer.Series> series = new ArrayList<>();
    for (Map<String, String> key : keys) {
      for (String stat : formula.stats()) {
        series.add(
            new Answer.Series(
                key,
                stat,
                points(formula, key, stat, question, buckets),
                formula.figure(key, stat, question.range())));
      }
    }
    return new Answer(status(formula, question), series);
  }

  private List<Answer.Point> points(
      Formula formula,
      Map<String, String> key,
      String stat,
      Question question,
      List<Span> buckets) {
    return buckets.stream()
        .map(
            bucket ->
                new Answer.Point(
                    bucket.from(),
                    formula.figure(key, stat, bucket.within(question.range())),
                    bucket.to().isAfter(now)))
        .toList();
  }

  /** The worst verdict of the targets over the whole range. */
  private static String status(Formula formula, Question question) {
    // This one is judged by Prometheus alone, of which a model of events knows nothing.
    if (question.metric() == Metric.WS_LATENCY) {
      return "no_data";
    }
    List<String> fromBest = List.of("no_data", "on_target", "at_risk", "off_target");
    int worst = 0;
    for (Target target : question.metric().targets()) {
      Figure total = formula.figure(Map.of(), target.stat().wireName(), question.range());
      worst = Math.max(worst, fromBest.indexOf(status(target, total)));
    }
    return fromBest.get(worst);
  }

  private static String status(Target target, Figure total) {
    Double value = total.value();
    if (value == null) {
      return "no_data";
    }
    double margin = target.atLeast() ? value - target.value() : target.value() - value;
    if (margin < 0) {
      return "off_target";
    }
    return margin <= Math.abs(target.value()) / 10 ? "at_risk" : "on_target";
  }
}
