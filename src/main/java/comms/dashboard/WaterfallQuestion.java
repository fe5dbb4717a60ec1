package comms.dashboard;

import comms.metrics.Bounds;
import comms.metrics.Top;
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
        new Waterfall.Question(window.range(), window.filter().valuesOf(Waterfall.FILTERS))
            .withTop(Top.of(Bounds.SHOWN));
    var compared = window.compared();
    return new WaterfallQuestion(
        waterfalls,
        now,
        // The same channels, reasons and codes as now, however rare they were.
        compared == null
            ? null
            : now.withRange(compared).withTop(new Top(Bounds.SHOWN, window.range())));
  }

  @Override
  public Answer call() {
    return new Answer(waterfalls.of(now), before == null ? null : waterfalls.of(before));
  }
}
