package comms.ingestion;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates whose month is a word, in the orders of RFC 2822, RFC 850, the C library, JavaScript, Java,
 * web servers' logs and Americans: the word leaves no doubt which number is what.
 */
final class DateInWords {

  private static final String WEEKDAY = "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\\p{Alpha}{0,6}\\.?,? ?";

  private static final String MAYBE_WEEKDAY = "(?:" + WEEKDAY + ")?";
  private static final String MONTH = "(?<month>\\p{Alpha}{3,9})\\.?";
  private static final String DAY = "(?<day>\\d{1,2})(?:st|nd|rd|th)?";
  private static final String YEAR = "(?<year>\\d{4})";
  private static final String TIME = "(?:(?:,? (?:at )?|:|T)(?<time>\\d.*))?";
  private static final String TIME_INSIDE =
      " (?<time>\\d{1,2}:\\d[\\d:.,]*(?: ?[AP]M)?)(?<zone> .*?)? ";

  private static final List<Pattern> ORDERS =
      List.of(
          pattern(MAYBE_WEEKDAY + DAY + "(?<sign>[ /-])" + MONTH + "\\k<sign>" + YEAR + TIME),
          pattern(WEEKDAY + DAY + "[ -]" + MONTH + "[ -](?<year2>\\d{2})" + TIME),
          pattern(MAYBE_WEEKDAY + MONTH + " " + DAY + TIME_INSIDE + YEAR),
          pattern(MAYBE_WEEKDAY + MONTH + " " + DAY + ",? " + YEAR + TIME),
          pattern(YEAR + "(?<sign>[ /-])" + MONTH + "\\k<sign>" + DAY + TIME));

  private static final List<String> MONTHS =
      List.of(
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december");

  private static final int CENTURY = 2000;
  private static final int SHORT = 3;

  private DateInWords() {}

  /** The time, empty where the text is no such date. */
  static Optional<Instant> parse(String text) {
    return ORDERS.stream()
        .map(order -> order.matcher(text))
        .filter(Matcher::matches)
        .findFirst()
        .flatMap(DateInWords::time);
  }

  private static Optional<Instant> time(Matcher text) {
    int month = month(text.group("month"));
    if (month == 0) {
      return Optional.empty();
    }
    LocalDate date = LocalDate.of(year(text), month, Integer.parseInt(text.group("day")));
    String time = text.group("time");
    if (time == null) {
      return ClockTime.MIDNIGHT.on(date);
    }
    String zone = group(text, "zone");
    return ClockTime.parse(zone == null ? time : time + zone).flatMap(clock -> clock.on(date));
  }

  private static int year(Matcher text) {
    String year = group(text, "year");
    return year == null ? CENTURY + Integer.parseInt(text.group("year2")) : Integer.parseInt(year);
  }

  private static int month(String word) {
    String name = word.toLowerCase(Locale.ROOT);
    for (int i = 0; i < MONTHS.size(); i++) {
      String month = MONTHS.get(i);
      boolean shortened = name.equals("sept") && month.startsWith(name);
      if (name.equals(month) || name.equals(month.substring(0, SHORT)) || shortened) {
        return i + 1;
      }
    }
    return 0;
  }

  private static @Nullable String group(Matcher text, String name) {
    return text.pattern().namedGroups().containsKey(name) ? text.group(name) : null;
  }

  private static Pattern pattern(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
  }
}
