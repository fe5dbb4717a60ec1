package comms.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import comms.catalog.Dimension;
import comms.metrics.Interval;
import comms.metrics.TimeRange;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  /** A Wednesday, 12:30 in Berlin. */
  private final DashboardTime time =
      new DashboardTime(Clock.fixed(Instant.parse("2026-04-08T10:30:00Z"), BERLIN), BERLIN);

  @ParameterizedTest
  @EnumSource(value = Period.class, mode = EnumSource.Mode.EXCLUDE, names = "CUSTOM")
  void survivesItsOwnUrl(Period period) {
    Filter filter =
        Filter.DEFAULT
            .withPeriod(period)
            .withInterval(Interval.WEEK)
            .withComparison(Comparison.YEAR);
    assertThat(Filter.of(filter.toQueryParameters())).isEqualTo(filter);
  }

  @Test
  void keepsCustomDaysInTheUrl() {
    Days days = new Days(LocalDate.of(2026, 1, 5), LocalDate.of(2026, 2, 1));
    Filter filter = Filter.DEFAULT.withCustom(days);
    assertThat(filter.toQueryParameters().getQueryString())
        .contains("period=custom", "from=2026-01-05", "to=2026-02-01");
    assertThat(Filter.of(filter.toQueryParameters())).isEqualTo(filter);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "period=nonsense&interval=total&compare=x",
        "period=custom",
        "period=custom&from=2026-02-01&to=2026-01-01",
        "from=yesterday&to=today",
        "period=custom&from=0001-01-01&to=2026-01-01",
        "period=custom&from=2026-01-01&to=%2B999999999-12-31",
        "filter.delivery_channel=ws&filter.nothing=x&filter.channel=a%00b&filter.channel=%0D%0A",
        "full=perhaps&refresh=1ms&order=best&filter.=&period=&period=%3Cscript%3E"
      })
  void fallsBackToTheDefault(String query) {
    assertThat(Filter.of(QueryParameters.fromString(query))).isEqualTo(Filter.DEFAULT);
  }

  @Test
  void keepsEveryChoiceInTheUrl() {
    Filter filter =
        Filter.DEFAULT
            .withValues(
                Map.of(
                    Dimension.CHANNEL, Set.of("email", "web_push"),
                    Dimension.TEMPLATE, Set.of("a & b = c?", "ключ"),
                    Dimension.REASON_CATEGORY, Set.of("")))
            .withFullPeriods(true)
            .withRefresh(Refresh.FIVE_MINUTES)
            .withWorstFirst(true);
    assertThat(Filter.of(filter.toQueryParameters())).isEqualTo(filter);
    String url = filter.toQueryParameters().getQueryString();
    assertThat(Filter.of(QueryParameters.fromString(url))).isEqualTo(filter);
  }

  @Test
  void takesNoMoreValuesThanAReaderChooses() {
    String url = "filter.template=" + "x".repeat(5_000);
    assertThat(Filter.of(QueryParameters.fromString(url)).values()).isEmpty();
    String many =
        IntStream.range(0, 1_000)
            .mapToObj(i -> "filter.template=t" + i)
            .collect(Collectors.joining("&"));
    assertThat(Filter.of(QueryParameters.fromString(many)).values().get(Dimension.TEMPLATE))
        .hasSize(50);
  }

  @Test
  void leavesOutBucketsThatAreNotWhole() {
    Filter full = Filter.DEFAULT.withFullPeriods(true);
    assertThat(Window.of(full, time).range())
        .isEqualTo(range("2026-03-11T23:00:00Z", "2026-04-07T22:00:00Z"));
    // From Monday, March 16 to Sunday, April 5.
    assertThat(Window.of(full.withInterval(Interval.WEEK), time).range())
        .isEqualTo(range("2026-03-15T23:00:00Z", "2026-04-05T22:00:00Z"));
    assertThat(Window.of(full.withPeriod(Period.TODAY), time).range())
        .isEqualTo(range("2026-04-07T22:00:00Z", "2026-04-08T10:00:00Z"));
  }

  @Test
  void comparesFullPeriodsWithAsManyBefore() {
    Filter weeks = Filter.DEFAULT.withFullPeriods(true).withInterval(Interval.WEEK);
    assertThat(Window.of(weeks, time).compared())
        .isEqualTo(range("2026-02-22T23:00:00Z", "2026-03-15T23:00:00Z"));
    assertThat(Window.of(weeks.withComparison(Comparison.YEAR), time).compared())
        .isEqualTo(range("2025-03-16T23:00:00Z", "2025-04-06T22:00:00Z"));
  }

  @Test
  void leavesAPeriodThatHasNoFullBucketAsItIs() {
    Filter today =
        Filter.DEFAULT.withPeriod(Period.TODAY).withInterval(Interval.MONTH).withFullPeriods(true);
    assertThat(Window.of(today, time).range())
        .isEqualTo(range("2026-04-07T22:00:00Z", "2026-04-08T22:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "today, 2026-04-08, 2026-04-08, HOUR",
    "7d, 2026-04-02, 2026-04-08, DAY",
    "28d, 2026-03-12, 2026-04-08, DAY",
    "90d, 2026-01-09, 2026-04-08, WEEK",
    "12m, 2025-04-09, 2026-04-08, MONTH",
    "previous-week, 2026-03-30, 2026-04-05, DAY",
    "previous-month, 2026-03-01, 2026-03-31, DAY"
  })
  void knowsItsDaysAndAFittingInterval(String name, LocalDate first, LocalDate last, Interval fit) {
    Filter filter = Filter.DEFAULT.withPeriod(Period.named(name).orElseThrow());
    Days days = filter.days(time.today());
    assertThat(days).isEqualTo(new Days(first, last));
    assertThat(filter.intervalFor(days)).isEqualTo(fit);
  }

  @Test
  void takesAFittingIntervalWhereTheChosenOneMakesTooManyBuckets() {
    Filter filter = Filter.DEFAULT.withPeriod(Period.MONTHS_12).withInterval(Interval.HOUR);
    assertThat(filter.intervalFor(filter.days(time.today()))).isEqualTo(Interval.MONTH);
  }

  @Test
  void beginsAndEndsDaysAtMidnightInTheZoneAcrossDst() {
    Window window = Window.of(Filter.DEFAULT, time);
    assertThat(window.range()).isEqualTo(range("2026-03-11T23:00:00Z", "2026-04-08T22:00:00Z"));
  }

  @Test
  void comparesARunningPeriodWithWhatCorrespondsToIt() {
    Window window = Window.of(Filter.DEFAULT.withPeriod(Period.TODAY), time);
    // Half past twelve: the hours up to one o'clock of the day before.
    assertThat(window.compared()).isEqualTo(range("2026-04-06T22:00:00Z", "2026-04-07T11:00:00Z"));
  }

  @Test
  void comparesAFullMonthWithTheFullMonthBefore() {
    Window window = Window.of(Filter.DEFAULT.withPeriod(Period.PREVIOUS_MONTH), time);
    assertThat(window.compared()).isEqualTo(range("2026-01-31T23:00:00Z", "2026-02-28T23:00:00Z"));
  }

  @Test
  void comparesWithNothingWhenAsked() {
    assertThat(Window.of(Filter.DEFAULT.withComparison(Comparison.NONE), time).compared()).isNull();
  }

  @Test
  void comparesWithNothingBeforeWhatCanBeAskedFor() {
    Days ever = new Days(FilterAddress.FIRST_DAY, FilterAddress.LAST_DAY);
    assertThat(Window.of(Filter.DEFAULT.withCustom(ever), time).compared()).isNull();
  }

  @Test
  void understandsValuesInTheSpellingsThatTheCatalogKnows() {
    Filter filter =
        Filter.of(
            new QueryParameters(
                Map.of(
                    "period", List.of(" 90D "),
                    "filter.channel", List.of("E-Mail", "mail", " Push", "SMS"),
                    "filter.thread_type", List.of("Proposal"),
                    "filter.role", List.of("Clerk"))));

    assertThat(filter.period()).isEqualTo(Period.DAYS_90);
    assertThat(filter.values())
        .containsEntry(Dimension.CHANNEL, Set.of("email", "web_push", "SMS"))
        .containsEntry(Dimension.THREAD_TYPE, Set.of("order"))
        .containsEntry(Dimension.ROLE, Set.of("Clerk"));
  }

  private static TimeRange range(String from, String to) {
    return new TimeRange(Instant.parse(from), Instant.parse(to));
  }
}
