package comms.dashboard;

import comms.metrics.Waterfall;
import comms.metrics.Waterfalls;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * A question for the waterfall of a period and for that of the period that it is compared with.
 *
 * @param before null where nothing is compared
 */
record WaterfallQuestion(
    Waterfalls waterfalls, Waterfall.Question now, Waterfall.@Nullable Question before)
    implements Callable<WaterfallQuestion.Answer> {

  /** Both of them; {@code before} is null where nothing is compared. */
  record Answer(Waterfall now, @Nullable Waterfall before) {}

  static WaterfallQuestion of(Waterfalls waterfalls, Window window) {
    Waterfall.Question now =
        new Waterfall.Question(window.range(), window.filter().valuesOf(Waterfall.FILTERS));
    var compared = window.compared();
    return new WaterfallQuestion(
        waterfalls, now, compared == null ? null : now.withRange(compared));
  }

  @Override
  public Answer call() {
    return new Answer(waterfalls.of(now), before == null ? null : waterfalls.of(before));
  }
}
