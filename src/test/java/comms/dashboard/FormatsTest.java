package comms.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import comms.catalog.Stat;
import comms.catalog.Target;
import comms.catalog.Unit;
import comms.metrics.Interval;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {

  private final Formats english = formats(Locale.ENGLISH);
  private final Formats russian = formats(Translations.RUSSIAN);

  @ParameterizedTest
  @CsvSource({
    "0.9523, RATIO, 95.2%",
    "0.0042, RATIO, 0.42%",
    "95, SECONDS, 1 min 35 s",
    "7.25, SECONDS, 7.2 s",
    "600, SECONDS, 10 min",
    "3599.7, SECONDS, 1 h",
    "190800, SECONDS, 2 d 5 h",
    "1951.4, MILLISECONDS, '1,951 ms'",
    "35, SCORE, +35",
    "-12, SCORE, −12",
    "12345, COUNT, '12,345'",
    "2.345, ATTEMPTS, 2.35"
  })
  void writesFiguresWithTheirUnits(double value, Unit unit, String text) {
    assertThat(english.value(value, unit)).isEqualTo(text);
  }

  @Test
  void writesRussianFiguresTheRussianWay() {
    assertThat(russian.value(0.0042, Unit.RATIO)).isEqualTo("0,42\u00a0%");
    assertThat(russian.value(95.0, Unit.SECONDS)).isEqualTo("1 мин 35 с");
  }

  @Test
  void showsADashWhereThereIsNoFigure() {
    assertThat(english.value(null, Unit.RATIO)).isEqualTo(Formats.NOTHING);
  }

  @Test
  void writesChangesInTheUnitsOwnWay() {
    assertThat(english.change(0.96, 0.95, Unit.RATIO)).isEqualTo("+1 pp");
    assertThat(english.change(30, 35, Unit.SCORE)).isEqualTo("−5 pts");
    assertThat(english.change(110, 100, Unit.SECONDS)).isEqualTo("+10%");
    assertThat(english.change(3, 0, Unit.COUNT)).isEqualTo("3");
  }

  @Test
  void writesTargetsWithTheirComparison() {
    assertThat(english.target(new Target(Stat.VALUE, true, 0.95), Unit.RATIO)).isEqualTo("≥ 95%");
    assertThat(english.target(new Target(Stat.P95, false, 600), Unit.SECONDS))
        .isEqualTo("≤ 10 min");
  }

  @Test
  void namesBucketsInTheDashboardsZone() {
    Instant midnightInBerlin = Instant.parse("2026-03-29T22:00:00Z");
    assertThat(english.tick(midnightInBerlin, Interval.DAY, true)).isEqualTo("Mar 30");
    assertThat(english.bucket(midnightInBerlin, Interval.WEEK)).isEqualTo("Week of Mar 30, 2026");
  }

  private static Formats formats(Locale locale) {
    return new Formats(new Texts(new Translations(), locale), ZoneId.of("Europe/Berlin"));
  }
}
