package comms.ingestion;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times in text that have one meaning only: ISO 8601 and its relatives with the year first, and
 * dates whose month is a word, such as those of e-mail, HTTP and C. Without a zone it is UTC.
 * Whatever else is said beside a date, a weekday that may be wrong included, is not looked at.
 */
final class WrittenTime {

  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

  private static final String DATE =
      "(?<year>\\d{4})(?:"
          + "(?<sign>[-/.])(?<month>\\d{1,2})\\k<sign>(?<day>\\d{1,2})(?!\\d)"
          + "|(?<month2>\\d{2})(?<day2>\\d{2})(?=\\D|$|\\d{6}$)"
          + "|-?W(?<week>\\d{2})-?(?<weekday>[1-7])"
          + "|-?(?<ordinal>\\d{3})(?!\\d))";

  private static final Pattern YEAR_FIRST =
      Pattern.compile(
          DATE + "(?:(?:T|t|, ?| (?=\\d)|(?<=\\d{8})(?=\\d{6}$))(?<time>.*)|(?<zone>.*))");

  /** {@code /Date(1764064800000)/}; an offset behind the number changes nothing. */
  private static final Pattern DOT_NET = Pattern.compile("/Date\\((-?\\d{1,17})([+-]\\d{4})?\\)/");

  private static final Pattern EITHER_FIRST =
      Pattern.compile(
          "(?:\\p{Alpha}{3,9}\\.?,? )?(?<a>\\d{1,2})(?<sign>[-/. ])(?<b>\\d{1,2})\\k<sign>"
              + "(?:\\d{4}|\\d{2})(?:\\D.*)?");

  private static final int MONTHS = 12;
  private static final int DAYS = 31;

  private WrittenTime() {}

  /** The text with single, ordinary blanks, none around it, and the ordinary minus. */
  static String plain(String text) {
    return BLANKS.matcher(text).replaceAll(" ").strip().replace('\u2212', '-');
  }

  /** The time, empty where there is no single reading. */
  static Optional<Instant> parse(String text) {
    try {
      Matcher dotNet = DOT_NET.matcher(text);
      if (dotNet.matches()) {
        return Optional.of(Instant.ofEpochMilli(Long.parseLong(dotNet.group(1))));
      }
      Matcher yearFirst = YEAR_FIRST.matcher(text);
      return yearFirst.matches() ? yearFirst(yearFirst) : DateInWords.parse(text);
    } catch (DateTimeException impossible) {
      return Optional.empty();
    }
  }

  /** Whether the text is a date whose day and month cannot be told apart. */
  static boolean isAmbiguous(String text) {
    Matcher either = EITHER_FIRST.matcher(text);
    if (!either.matches()) {
      return false;
    }
    int a = Integer.parseInt(either.group("a"));
    int b = Integer.parseInt(either.group("b"));
    return Math.min(a, b) >= 1 && Math.min(a, b) <= MONTHS && Math.max(a, b) <= DAYS;
  }

  private static Optional<Instant> yearFirst(Matcher text) {
    String time = text.group("time");
    String zone = text.group("zone");
    return time == null
        ? ClockTime.MIDNIGHT.on(date(text), zone)
        : ClockTime.parse(time).flatMap(clock -> clock.on(date(text)));
  }

  private static LocalDate date(Matcher text) {
    int year = Integer.parseInt(text.group("year"));
    if (text.group("ordinal") != null) {
      return LocalDate.ofYearDay(year, Integer.parseInt(text.group("ordinal")));
    }
    if (text.group("week") != null) {
      return LocalDate.of(year, 1, 4)
          .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, Integer.parseInt(text.group("week")))
          .with(ChronoField.DAY_OF_WEEK, Integer.parseInt(text.group("weekday")));
    }
    boolean basic = text.group("month") == null;
    return LocalDate.of(
        year,
        Integer.parseInt(text.group(basic ? "month2" : "month")),
        Integer.parseInt(text.group(basic ? "day2" : "day")));
  }
}
