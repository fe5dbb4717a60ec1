package comms.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comms.catalog.Dimension;
import comms.ingestion.EventsStored;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** When the store is asked for a waterfall, and when memory answers. */
class CachedWaterfallsTest {

  private static final Instant START = Instant.parse("2026-01-06T00:00:00Z");
  private static final Waterfall.Question DAY =
      new Waterfall.Question(new TimeRange(START, START.plus(Duration.ofDays(1))), Map.of());

  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicBoolean away = new AtomicBoolean();
  private volatile Instant now = START;
  private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
  private final StoredGeneration generation = new StoredGeneration(clock, Duration.ofSeconds(2));
  private final Waterfalls waterfalls =
      new WaterfallService(
          this::select,
          new BreakdownPlan(new FewKeys(), generation, clock),
          () -> now,
          generation,
          clock);

  private Waterfall select(Waterfall.Question question, Instant freshUntil) {
    asked.incrementAndGet();
    if (away.get()) {
      throw new IllegalStateException("the store is away");
    }
    Waterfall.Steps none = new Waterfall.Steps(0, 0, 0, 0, 0, 0, new TreeMap<>(), new TreeMap<>());
    return new Waterfall(question.range(), freshUntil, none, new TreeMap<>());
  }

  @Test
  void theSameQuestionIsAnsweredFromMemoryUntilSomethingIsStored() {
    Waterfall first = waterfalls.of(DAY);
    assertThat(waterfalls.of(DAY)).isSameAs(first);
    assertThat(asked).hasValue(1);
    now = START.plusSeconds(2);
    assertThat(waterfalls.of(DAY)).isSameAs(first);
    generation.on(new EventsStored());
    assertThat(waterfalls.of(DAY).freshUntil()).isEqualTo(now);
    assertThat(asked).hasValue(2);
  }

  @Test
  void whileEventsKeepComingAnAnswerIsTwoSecondsOldAtMost() {
    waterfalls.of(DAY);
    generation.on(new EventsStored());
    now = START.plusMillis(1_999);
    waterfalls.of(DAY);
    assertThat(asked).hasValue(1);
    now = START.plusSeconds(2);
    waterfalls.of(DAY);
    assertThat(asked).hasValue(2);
  }

  @Test
  void anotherFilterIsAnotherQuestion() {
    waterfalls.of(DAY);
    waterfalls.of(new Waterfall.Question(DAY.range(), Map.of(Dimension.CHANNEL, Set.of("email"))));
    assertThat(asked).hasValue(2);
  }

  @Test
  void aFailureIsPassedOnAsItIsAndNotKept() {
    away.set(true);
    assertThatThrownBy(() -> waterfalls.of(DAY))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the store is away");
    away.set(false);
    assertThat(waterfalls.of(DAY).isEmpty()).isTrue();
  }

  @Test
  void refusesAFilterBeforeTheStoreIsAsked() {
    assertThatThrownBy(
            () ->
                waterfalls.of(
                    new Waterfall.Question(
                        DAY.range(), Map.of(Dimension.ERROR_CODE, Set.of("421")))))
        .isInstanceOf(InvalidMetricQuery.class);
    assertThat(asked).hasValue(0);
  }
}
