package comms.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;

/** A time that somebody asks for, within the years that the store can tell apart. */
public final class AskedTime {

  /** The years 1900 to 2199, in whatever zone; events lie from 2000 on. */
  private static final Instant EARLIEST = Instant.parse("1899-12-31T00:00:00Z");

  private static final Instant LATEST = Instant.parse("2200-01-02T00:00:00Z");

  private static final int LONGEST = 64;

  private AskedTime() {}

  /**
   * The time of a parameter: a date, which begins in the zone, or an ISO date and time, in the zone
   * where it names no offset.
   *
   * @throws BadParameter when it is neither, or lies outside the years
   */
  public static Instant of(String name, String text, ZoneId zone) {
    Instant time;
    try {
      time = parse(text.strip(), zone);
    } catch (DateTimeException | ArithmeticException e) {
      throw new BadParameter(name + " is neither a date nor an ISO instant: " + Shown.of(text));
    }
    if (!isInReach(time)) {
      throw new BadParameter(name + " lies outside the years 1900 to 2199: " + Shown.of(text));
    }
    return time;
  }

  /** Whether figures can be asked for at that time. */
  public static boolean isInReach(Instant time) {
    return !time.isBefore(EARLIEST) && !time.isAfter(LATEST);
  }

  private static Instant parse(String text, ZoneId zone) {
    if (text.length() > LONGEST) {
      throw new DateTimeException("longer than any time");
    }
    if (!text.contains("T") && !text.contains("t")) {
      return LocalDate.parse(text).atStartOfDay(zone).toInstant();
    }
    // A plus sign that was not encoded comes as a blank.
    TemporalAccessor parsed =
        DateTimeFormatter.ISO_DATE_TIME.parseBest(
            text.replace(' ', '+'), ZonedDateTime::from, LocalDateTime::from);
    return parsed instanceof LocalDateTime local
        ? local.atZone(zone).toInstant()
        : ZonedDateTime.from(parsed).toInstant();
  }
}
