package comms.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comms.catalog.Dimension;
import comms.catalog.Metric;
import comms.metrics.BreakdownPlan.Planned;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a question would make is known before it is asked, and bounded. */
class BreakdownPlanTest {

  private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
  private static final TimeRange DAYS_400 = new TimeRange(START, START.plus(Duration.ofDays(400)));
  private static final int HOURS = 9_600;

  private static final MetricQuery TEMPLATES =
      MetricQuery.of(Metric.DELIVERY_FAILURES, DAYS_400, Interval.HOUR).withBy(Dimension.TEMPLATE);

  @Test
  void refusesWhatWouldMakeMoreFiguresThanAnAnswerMayHaveAndSaysHowMany() {
    assertThatThrownBy(() -> plan(2_000).plan(TEMPLATES, HOURS))
        .isInstanceOf(TooWide.class)
        .hasMessageContaining("38,400,000 figures")
        .hasMessageContaining("9,600 buckets x 2,000 keys")
        .hasMessageContaining("200,000")
        .hasMessageContaining("top=50");
  }

  @Test
  void asManyFiguresAsTheBoundAreAnswered() {
    Planned planned = plan(10).plan(TEMPLATES, 10_000);

    assertThat(planned.width().figures()).isEqualTo(Bounds.FIGURES);
    assertThat(planned.query()).isEqualTo(TEMPLATES);
    assertThatThrownBy(() -> plan(11).plan(TEMPLATES, 10_000)).isInstanceOf(TooWide.class);
  }

  @Test
  void theFirstValuesAndTheOthersAreSoManySeriesWhateverWasSent() {
    Planned planned = plan(20_000).plan(TEMPLATES.withTop(Top.of(5)), HOURS);

    assertThat(planned.width().keys()).isEqualTo(6);
    assertThat(planned.query().shown().get(Dimension.TEMPLATE))
        .containsExactlyInAnyOrder("template0", "template1", "template2", "template3", "template4");
    assertThat(planned.others()).containsExactly(Map.entry(Dimension.TEMPLATE, 19_995L));
  }

  @Test
  void aBreakdownOfNoMoreValuesThanAskedForHasNoOthers() {
    Planned planned = plan(5).plan(TEMPLATES.withTop(Top.of(5)), 1);

    assertThat(planned.query().shown()).isEmpty();
    assertThat(planned.others()).isEmpty();
  }

  @Test
  void whatWasRankedInAnotherPeriodIsToldApartInThisOne() {
    TimeRange before = DAYS_400.previous();
    Top ranked = new Top(5, DAYS_400);
    Planned planned = plan(3).plan(TEMPLATES.withRange(before).withTop(ranked), 1);

    assertThat(planned.query().shown().get(Dimension.TEMPLATE)).hasSize(3);
    assertThat(planned.others()).isEmpty();
  }

  @Test
  void whatOnlyAFewValuesCanBeIsNotCountedBefore() {
    MetricQuery roles =
        MetricQuery.of(Metric.FIRST_RESPONSE_TIME, DAYS_400, Interval.DAY)
            .withBy(Dimension.THREAD_TYPE, Dimension.SENDER_ROLE);

    assertThat(plan(1_000_000).plan(roles, 400).width().keys()).isEqualTo(20);
  }

  @Test
  void refusesMoreOrLongerValuesOfFiltersThanAnybodyNeeds() {
    Set<String> many =
        IntStream.rangeClosed(0, Bounds.FILTER_VALUES)
            .mapToObj(Integer::toString)
            .collect(Collectors.toSet());
    Set<String> longer = Set.of("x".repeat(Bounds.FILTER_LENGTH + 1));

    assertThatThrownBy(() -> TEMPLATES.withFilters(Map.of(Dimension.TEMPLATE, many)).check())
        .isInstanceOf(InvalidMetricQuery.class);
    assertThatThrownBy(() -> TEMPLATES.withFilters(Map.of(Dimension.TEMPLATE, longer)).check())
        .isInstanceOf(InvalidMetricQuery.class);
    assertThatThrownBy(() -> TEMPLATES.withTop(Top.of(Bounds.TOP + 1)).check())
        .isInstanceOf(InvalidMetricQuery.class);
    assertThatThrownBy(() -> TEMPLATES.withTop(Top.of(0)).check())
        .isInstanceOf(InvalidMetricQuery.class);
  }

  private static BreakdownPlan plan(int keys) {
    Clock clock = Clock.fixed(START, ZoneOffset.UTC);
    return new BreakdownPlan(
        new FewKeys(keys), new StoredGeneration(clock, Duration.ofSeconds(2)), clock);
  }
}
