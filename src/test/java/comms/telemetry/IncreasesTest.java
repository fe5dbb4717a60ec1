package comms.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IncreasesTest {

  private static final long MINUTE = 60_000;
  private static final long START = 1_000 * MINUTE;

  @Test
  void aDifferenceBelongsToTheMinuteOfItsLaterSample() {
    assertThat(of(null, at(0, 10), at(45, 13), at(60, 14), at(75, 20)))
        .isEqualTo(Map.of(START, 3.0, START + MINUTE, 7.0));
  }

  @Test
  void theFirstSampleOfAllIsNoIncrease() {
    assertThat(of(null, at(0, 1_000))).isEmpty();
  }

  @Test
  void aKnownSampleIsWhereCountingGoesOn() {
    assertThat(of(at(-15, 8), at(0, 10))).isEqualTo(Map.of(START, 2.0));
  }

  @Test
  void aCounterThatGoesDownBeganAgainAtZero() {
    assertThat(of(at(-15, 100), at(0, 104), at(15, 3), at(30, 5), at(45, 1)))
        .isEqualTo(Map.of(START, 4.0 + 3 + 2 + 1));
  }

  @Test
  void aCounterThatStandsStillGrowsByNothing() {
    assertThat(of(at(-15, 7), at(0, 7), at(15, 7))).isEqualTo(Map.of(START, 0.0));
  }

  @Test
  void whatGrewWhileNobodyScrapedIsNotLost() {
    assertThat(of(at(-3_600, 7), at(130, 107))).isEqualTo(Map.of(START + 2 * MINUTE, 100.0));
  }

  @Test
  void samplesThatAreKnownCountOnce() {
    assertThat(of(at(15, 12), at(0, 10), at(15, 12), at(30, 13))).isEqualTo(Map.of(START, 1.0));
  }

  @Test
  void whatIsNoNumberIsPassedOver() {
    assertThat(
            of(
                at(-15, 1),
                at(0, Double.NaN),
                at(15, 3),
                at(30, Double.POSITIVE_INFINITY),
                at(45, 4)))
        .isEqualTo(Map.of(START, 3.0));
    assertThat(of(null, at(0, Double.NaN), at(15, 3), at(30, 5))).isEqualTo(Map.of(START, 2.0));
  }

  @Test
  void minutesBefore1970AreMinutesToo() {
    assertThat(Increases.minute(-1)).isEqualTo(-MINUTE);
    assertThat(Increases.minute(59_999)).isZero();
  }

  @Test
  void remembersTheSampleFromWhichTheNextIncreaseCounts() {
    Sample end = at(30, 2);
    assertThat(new Increases(null).after(List.of(at(0, 5), end)).last()).isEqualTo(end);
    assertThat(new Increases(end).after(List.of()).last()).isEqualTo(end);
    assertThat(new Increases(null).after(List.of()).last()).isNull();
  }

  private static Map<Long, Double> of(@Nullable Sample last, Sample... samples) {
    return new Increases(last).after(Stream.of(samples).toList()).byMinute();
  }

  private static Sample at(long second, double value) {
    return new Sample(START + second * 1_000, value);
  }
}
