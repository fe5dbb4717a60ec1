package comms.metrics;

import java.time.Clock;
import org.springframework.stereotype.Component;

/** Checks a question for a waterfall before it is answered, from memory where it can be. */
@Component
class WaterfallService implements Waterfalls {

  private final AnswerCache<Waterfall.Question, Waterfall> answers;

  WaterfallService(
      SelectWaterfall select, Freshness freshness, StoredGeneration generation, Clock clock) {
    this.answers =
        new AnswerCache<>(
            generation,
            clock,
            Waterfall.Question::range,
            question -> select.select(question, freshness.newestAcceptance()));
  }

  @Override
  public Waterfall of(Waterfall.Question question) {
    Waterfall.checkFilters(question.filters().keySet());
    return answers.answer(question);
  }
}
