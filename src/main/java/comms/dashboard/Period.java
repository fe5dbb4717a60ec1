package comms.dashboard;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Optional;

/** The periods that the filter bar offers; all but the full ones end with today. */
enum Period {
  TODAY("today"),
  DAYS_7("7d"),
  DAYS_28("28d"),
  DAYS_90("90d"),
  MONTHS_12("12m"),
  PREVIOUS_WEEK("previous-week"),
  PREVIOUS_MONTH("previous-month"),
  CUSTOM("custom");

  private final String wireName;

  Period(String wireName) {
    this.wireName = wireName;
  }

  static Optional<Period> named(String wireName) {
    return Arrays.stream(values()).filter(p -> p.wireName.equals(wireName)).findFirst();
  }

  /** The name in URLs. */
  String wireName() {
    return wireName;
  }

  /** Its first and its last day, seen from today. Not for {@link #CUSTOM}, which has its own. */
  Days days(LocalDate today) {
    LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    LocalDate first = today.withDayOfMonth(1);
    return switch (this) {
      case TODAY -> new Days(today, today);
      case DAYS_7 -> new Days(today.minusDays(6), today);
      case DAYS_28 -> new Days(today.minusDays(27), today);
      case DAYS_90 -> new Days(today.minusDays(89), today);
      case MONTHS_12 -> new Days(today.minusMonths(12).plusDays(1), today);
      case PREVIOUS_WEEK -> new Days(monday.minusWeeks(1), monday.minusDays(1));
      case PREVIOUS_MONTH -> new Days(first.minusMonths(1), first.minusDays(1));
      case CUSTOM -> throw new IllegalStateException("a custom period has days of its own");
    };
  }

  /** The days of the period before it, which for months may be longer or shorter than it. */
  Days before(Days days) {
    return switch (this) {
      case MONTHS_12 -> new Days(days.first().minusMonths(12), days.first().minusDays(1));
      case PREVIOUS_MONTH -> new Days(days.first().minusMonths(1), days.first().minusDays(1));
      default -> new Days(days.first().minusDays(days.count()), days.first().minusDays(1));
    };
  }
}
