package comms.metrics;

import java.time.DayOfWeek;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How long a bucket is, in the dashboard's zone; weeks are ISO weeks. */
public enum Interval {
  HOUR,
  DAY,
  WEEK,
  MONTH,
  /** One bucket over the whole range. */
  TOTAL;

  /** The interval of that wire name, if there is one. */
  public static Optional<Interval> named(String wireName) {
    return Arrays.stream(values()).filter(i -> i.wireName().equals(wireName)).findFirst();
  }

  /** The name in the HTTP API and in URLs. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The start of the bucket that holds the time; for a total the time itself. */
  public ZonedDateTime startOf(ZonedDateTime time) {
    ZonedDateTime day = time.toLocalDate().atStartOfDay(time.getZone());
    return switch (this) {
      case HOUR -> time.truncatedTo(ChronoUnit.HOURS);
      case DAY -> day;
      case WEEK ->
          time.toLocalDate()
              .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
              .atStartOfDay(time.getZone());
      case MONTH -> time.toLocalDate().withDayOfMonth(1).atStartOfDay(time.getZone());
      case TOTAL -> time;
    };
  }

  /** The start of the next bucket after the one that starts there. */
  public ZonedDateTime next(ZonedDateTime start) {
    return switch (this) {
      case HOUR -> start.plusHours(1);
      case DAY -> start.toLocalDate().plusDays(1).atStartOfDay(start.getZone());
      case WEEK -> start.toLocalDate().plusWeeks(1).atStartOfDay(start.getZone());
      case MONTH -> start.toLocalDate().plusMonths(1).atStartOfDay(start.getZone());
      case TOTAL -> throw new IllegalStateException("a total has no next bucket");
    };
  }
}
