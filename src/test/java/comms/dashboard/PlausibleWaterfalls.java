package comms.dashboard;

import comms.metrics.Waterfall;
import comms.metrics.Waterfall.Steps;
import comms.metrics.Waterfalls;
import java.util.Map;
import java.util.TreeMap;

/** A made-up waterfall of two channels, the same for every period. */
class PlausibleWaterfalls implements Waterfalls {

  @Override
  public Waterfall of(Waterfall.Question question) {
    Steps email = steps(12_000, 61, "550");
    Steps push = steps(7_500, 38, "410");
    return new Waterfall(
        question.range(),
        question.range().to(),
        steps(19_500, 99, "550"),
        new TreeMap<>(Map.of("email", email, "web_push", push)));
  }

  private static Steps steps(long scheduled, long failed, String code) {
    return new Steps(
        scheduled,
        failed,
        90,
        3,
        2,
        1,
        new TreeMap<>(Map.of("unsubscribed", 60L, "throttled", 34L)),
        new TreeMap<>(Map.of(code, 2 * failed, "timeout", 12L)));
  }
}
