package comms.model;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/** The buckets of a range, whole, in the dashboard's zone. */
final class Buckets {

  private Buckets() {}

  /** The whole buckets that the range touches; the first may start before it. */
  static List<Span> of(Span range, String interval, ZoneId zone) {
    List<Span> buckets = new ArrayList<>();
    Instant start = range.from();
    while (start.isBefore(range.to())) {
      Span bucket = holding(start, range, interval, zone);
      buckets.add(bucket);
      start = bucket.to();
    }
    return buckets;
  }

  private static Span holding(Instant time, Span range, String interval, ZoneId zone) {
    ZonedDateTime local = time.atZone(zone);
    LocalDate day = local.toLocalDate();
    LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    LocalDate first = day.withDayOfMonth(1);
    return switch (interval) {
      case "hour" -> hour(time, local.getOffset().getTotalSeconds());
      case "day" -> days(day, day.plusDays(1), zone);
      case "week" -> days(monday, monday.plusDays(7), zone);
      case "month" -> days(first, first.plusMonths(1), zone);
      case "total" -> range;
      default -> throw new IllegalArgumentException("no such interval: " + interval);
    };
  }

  private static Span hour(Instant time, int offset) {
    long start = Math.floorDiv(time.getEpochSecond() + offset, 3600L) * 3600 - offset;
    return new Span(Instant.ofEpochSecond(start), Instant.ofEpochSecond(start + 3600));
  }

  private static Span days(LocalDate from, LocalDate to, ZoneId zone) {
    return new Span(from.atStartOfDay(zone).toInstant(), to.atStartOfDay(zone).toInstant());
  }
}
