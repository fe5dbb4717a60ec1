package comms.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import comms.catalog.Dimension;
import comms.catalog.Metric;
import comms.catalog.Stat;
import comms.catalog.Status;
import comms.dashboard.Reasons.Reason;
import comms.dashboard.Reasons.Template;
import comms.metrics.Interval;
import comms.metrics.MetricResult;
import comms.metrics.MetricResult.Figure;
import comms.metrics.MetricResult.Series;
import comms.metrics.TimeRange;
import comms.targets.TargetHistory;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReasonsTest {

  private static final TimeRange DAY =
      new TimeRange(Instant.parse("2026-01-06T00:00:00Z"), Instant.parse("2026-01-07T00:00:00Z"));

  private final MetricResult now =
      result(
          attempts("email", "550", null, 5),
          attempts("email", "421", null, 20),
          attempts("web_push", "410", null, 9),
          attempts("web_push", "500", null, 0));
  private final MetricResult templates =
      result(attempts("email", "421", "welcome", 8), attempts("email", "421", "digest", 12));
  private final MetricResult before =
      result(attempts("email", "550", null, 9), attempts("email", "421", null, 15));

  @Test
  void ranksTheReasonsOfEachChannel() {
    Reasons reasons = reasons(before);

    assertThat(of(reasons, "email")).extracting(Reason::name).containsExactly("421", "550");
    assertThat(of(reasons, "web_push")).extracting(Reason::name).containsExactly("410");
    assertThat(of(reasons, "email").getFirst().templates())
        .extracting(Template::name)
        .containsExactly("digest", "welcome");
    assertThat(reasons.greatest()).isEqualTo(20);
  }

  @Test
  void tellsWhatHasGrownMostEvenFromNothing() {
    Reason grown = reasons(before).grownMost().orElseThrow();

    assertThat(grown.name()).isEqualTo("410");
    assertThat(grown.growth()).isEqualTo(9);
    assertThat(reasons(now).grownMost()).isEmpty();
    assertThat(reasons(null).grownMost()).as("compared with nothing").isEmpty();
  }

  private Reasons reasons(@Nullable MetricResult compared) {
    return Reasons.of(Dimension.ERROR_CODE, Stat.ATTEMPTS, now, templates, compared);
  }

  private static List<Reason> of(Reasons reasons, String channel) {
    return reasons.channels().getOrDefault(channel, List.of());
  }

  private static Series attempts(
      String channel, String code, @Nullable String template, double count) {
    Map<Dimension, String> key = new TreeMap<>();
    key.put(Dimension.CHANNEL, channel);
    key.put(Dimension.ERROR_CODE, code);
    if (template != null) {
      key.put(Dimension.TEMPLATE, template);
    }
    return new Series(
        key, Stat.ATTEMPTS, List.of(), new Figure(count == 0 ? null : count, count, 0, count));
  }

  private static MetricResult result(Series... series) {
    return new MetricResult(
        Metric.DELIVERY_FAILURES,
        ZoneOffset.UTC,
        Interval.TOTAL,
        DAY,
        DAY.to(),
        TargetHistory.unchanged(Metric.DELIVERY_FAILURES),
        Status.NO_DATA,
        List.of(series));
  }
}
