package comms.ingestion;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A time of day as it is written, up to 24:00 and with leap seconds.
 *
 * @param seconds since midnight
 * @param nanos beside them
 * @param leap whether it is the second 60 of a minute
 * @param zone what is written behind it
 */
record ClockTime(int seconds, int nanos, boolean leap, String zone) {

  static final ClockTime MIDNIGHT = new ClockTime(0, 0, false, "");

  private static final Pattern TIME =
      Pattern.compile(
          "(?:(?<h>\\d{1,2}):(?<m>\\d{2})(?::(?<s>\\d{2})(?:[.,](?<f>\\d+))?)?"
              + "|(?<h2>\\d{2})(?:(?<m2>\\d{2})(?:(?<s2>\\d{2})(?:[.,](?<f2>\\d+))?)?)?)"
              + "(?![\\d:])(?: ?(?<half>[AaPp])\\.?[Mm]\\b\\.?)?(?<zone>.*)");

  private static final int HOUR = 3600;
  private static final int MINUTE = 60;
  private static final int NOON = 12;
  private static final int LAST_HOUR = 24;
  private static final int NANO_DIGITS = 9;

  /** Reads a time of day with its zone; empty where it is none. */
  static Optional<ClockTime> parse(String text) {
    Matcher time = TIME.matcher(text);
    if (!time.matches()) {
      return Optional.empty();
    }
    int hour = number(time, "h", "h2");
    int minute = number(time, "m", "m2");
    int second = number(time, "s", "s2");
    String half = time.group("half");
    if (half != null) {
      if (hour < 1 || hour > NOON) {
        return Optional.empty();
      }
      hour = hour % NOON + (half.toLowerCase(Locale.ROOT).equals("p") ? NOON : 0);
    }
    ClockTime clock =
        new ClockTime(
            hour * HOUR + minute * MINUTE + second,
            nanos(given(time, "f", "f2")),
            second == MINUTE,
            time.group("zone"));
    return minute < MINUTE && second <= MINUTE && clock.inDay(hour)
        ? Optional.of(clock)
        : Optional.empty();
  }

  /** The moment on that day, empty where the zone is none. */
  Optional<Instant> on(LocalDate date) {
    return on(date, zone);
  }

  /** The moment on that day in that zone instead. */
  Optional<Instant> on(LocalDate date, String zone) {
    LocalDateTime local = date.atStartOfDay().plusSeconds(seconds).plusNanos(nanos);
    return ZoneInText.offset(zone, local)
        .map(local::toInstant)
        .filter(time -> !leap || isMidnight(time));
  }

  private boolean inDay(int hour) {
    return hour < LAST_HOUR || (seconds == LAST_HOUR * HOUR && nanos == 0 && hour == LAST_HOUR);
  }

  /** A leap second ends a day of UTC, so that the one after it is midnight. */
  private static boolean isMidnight(Instant time) {
    return time.atOffset(ZoneOffset.UTC).toLocalTime().withNano(0).equals(LocalTime.MIDNIGHT);
  }

  private static int number(Matcher time, String group, String other) {
    String digits = given(time, group, other);
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  private static @Nullable String given(Matcher time, String group, String other) {
    return time.group(group) == null ? time.group(other) : time.group(group);
  }

  private static int nanos(@Nullable String fraction) {
    return fraction == null
        ? 0
        : Integer.parseInt((fraction + "0".repeat(NANO_DIGITS)).substring(0, NANO_DIGITS));
  }
}
