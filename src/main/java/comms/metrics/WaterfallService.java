package comms.metrics;

import comms.catalog.Dimension;
import comms.catalog.Metric;
import java.time.Clock;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Checks a question for a waterfall before it is answered, from memory where it can be, and decides
 * which channels, reasons and codes are told apart.
 */
@Component
class WaterfallService implements Waterfalls {

  private final SelectWaterfall select;
  private final BreakdownPlan plan;
  private final Freshness freshness;
  private final AnswerCache<Waterfall.Question, Waterfall> answers;

  WaterfallService(
      SelectWaterfall select,
      BreakdownPlan plan,
      Freshness freshness,
      StoredGeneration generation,
      Clock clock) {
    this.select = select;
    this.plan = plan;
    this.freshness = freshness;
    this.answers =
        new AnswerCache<>(generation, clock, Waterfall.Question::range, this::answer, Weight::of);
  }

  @Override
  public Waterfall of(Waterfall.Question question) {
    Waterfall.checkFilters(question.filters().keySet());
    question.to(Metric.DELIVERY_FAILURES).withTop(question.top()).check();
    return answers.answer(question);
  }

  private Waterfall answer(Waterfall.Question question) {
    Map<Dimension, Set<String>> shown = new EnumMap<>(Dimension.class);
    Map<Dimension, Long> others = new EnumMap<>(Dimension.class);
    Told failures = new Told(question, Metric.DELIVERY_FAILURES);
    Told drops = new Told(question, Metric.DELIVERY_DROPS);
    tell(Dimension.CHANNEL, List.of(failures, drops), shown, others);
    tell(Dimension.ERROR_CODE, List.of(failures), shown, others);
    tell(Dimension.DROP_REASON, List.of(drops), shown, others);
    boolean ranksItself = question.top().rankedIn() == null;
    return select
        .select(question.withShown(shown), freshness.newestAcceptance())
        .withOthers(ranksItself ? others : Map.of());
  }

  /** The first values of each dimension in the events of one metric. */
  private record Told(Waterfall.Question question, Metric metric) {

    ShownValues of(Dimension dimension, BreakdownPlan plan) {
      return plan.first(question.to(metric), dimension, question.top());
    }
  }

  private void tell(
      Dimension dimension,
      List<Told> metrics,
      Map<Dimension, Set<String>> shown,
      Map<Dimension, Long> others) {
    Set<String> values = new LinkedHashSet<>();
    long most = 0;
    long left = 0;
    boolean ranksItself = true;
    for (Told metric : metrics) {
      ShownValues first = metric.of(dimension, plan);
      values.addAll(first.values());
      most = Math.max(most, first.values().size() + first.others());
      left += first.others();
      ranksItself &= metric.question().top().rankedIn() == null;
    }
    if (left > 0 || !ranksItself) {
      shown.put(dimension, values);
      others.put(dimension, Math.max(1, most - values.size()));
    }
  }
}
