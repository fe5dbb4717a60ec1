package comms.metrics;

import org.springframework.stereotype.Component;

/** Checks a question for a waterfall before the store is asked. */
@Component
class WaterfallService implements Waterfalls {

  private final SelectWaterfall select;
  private final Freshness freshness;

  WaterfallService(SelectWaterfall select, Freshness freshness) {
    this.select = select;
    this.freshness = freshness;
  }

  @Override
  public Waterfall of(Waterfall.Question question) {
    Waterfall.checkFilters(question.filters().keySet());
    return select.select(question, freshness.newestAcceptance());
  }
}
