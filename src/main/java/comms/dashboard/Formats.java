package comms.dashboard;

import comms.catalog.Stat;
import comms.catalog.Target;
import comms.catalog.Unit;
import comms.metrics.Interval;
import comms.metrics.TimeRange;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Figures, durations and times as a reader of one language writes them. */
record Formats(Texts texts, ZoneId zone) {

  /** What is shown where there is no figure. */
  static final String NOTHING = "–";

  private static final String MINUS = "\u2212";

  Locale locale() {
    return texts.locale();
  }

  /** A figure with its unit; a dash where there is none. */
  String value(@Nullable Double value, Unit unit) {
    if (value == null) {
      return NOTHING;
    }
    return switch (unit) {
      case RATIO -> percent(value, Math.abs(value) < 0.1 ? 2 : 1);
      case SECONDS -> duration(value);
      case MILLISECONDS -> milliseconds(value);
      case COUNT -> number(value, 0);
      case SCORE -> signed(value, Math.abs(value) < 10 ? 1 : 0);
      case ATTEMPTS -> number(value, 2);
    };
  }

  String number(double value, int digits) {
    NumberFormat format = NumberFormat.getNumberInstance(locale());
    format.setMaximumFractionDigits(digits);
    return format.format(value).replace("-", MINUS);
  }

  private String signed(double value, int digits) {
    String text = number(value, digits);
    return value > 0 ? "+" + text : text;
  }

  String percent(double ratio, int digits) {
    NumberFormat format = NumberFormat.getPercentInstance(locale());
    format.setMaximumFractionDigits(digits);
    return format.format(ratio).replace("-", MINUS);
  }

  private String milliseconds(double value) {
    return value < 10_000
        ? texts.text("unit.ms", number(value, value < 10 ? 1 : 0))
        : texts.text("unit.s", number(value / 1000, 1));
  }

  /** A duration of that many seconds, in its two largest units. */
  String duration(double seconds) {
    if (seconds < 10) {
      return texts.text("unit.s", number(seconds, 1));
    }
    long whole = Math.round(seconds);
    if (whole < 60) {
      return texts.text("unit.s", number(whole, 0));
    }
    if (whole < 3600) {
      return pair("unit.min", whole / 60, "unit.s", whole % 60);
    }
    long minutes = Math.round(seconds / 60);
    if (minutes < 24 * 60) {
      return pair("unit.h", minutes / 60, "unit.min", minutes % 60);
    }
    long hours = Math.round(seconds / 3600);
    return pair("unit.d", hours / 24, "unit.h", hours % 24);
  }

  private String pair(String large, long many, String small, long few) {
    String first = texts.text(large, number(many, 0));
    return few == 0 ? first : first + " " + texts.text(small, number(few, 0));
  }

  /** A target with its comparison, for example {@code ≥ 95%}. */
  String target(Target target, Unit unit) {
    return (target.atLeast() ? "≥ " : "≤ ") + value(target.value(), unit);
  }

  /** A target with its comparison and, where it is one of several, the figure that it is for. */
  String named(Target target, Unit unit) {
    String figure = target(target, unit);
    return target.stat() == Stat.VALUE
        ? figure
        : texts.text("stat." + target.stat().wireName()) + " " + figure;
  }

  /** A change in the unit's own way: points for shares and scores, per cent for the others. */
  String change(double now, double before, Unit unit) {
    return switch (unit) {
      case RATIO -> texts.text("change.percentage-points", signed((now - before) * 100, 2));
      case SCORE -> texts.text("change.points", signed(now - before, 1));
      default -> {
        if (before == 0) {
          yield value(now - before, unit);
        }
        String text = percent(now / before - 1, 1);
        yield now > before ? "+" + text : text;
      }
    };
  }

  /** A bucket's name on an axis. */
  String tick(Instant start, Interval interval, boolean severalDays) {
    ZonedDateTime at = start.atZone(zone);
    return switch (interval) {
      case HOUR -> pattern(severalDays ? "MMMdHm" : "Hm").format(at);
      case DAY, WEEK, TOTAL -> pattern("MMMd").format(at);
      case MONTH -> pattern("yMMM").format(at);
    };
  }

  /** A bucket's full name. */
  String bucket(Instant start, Interval interval) {
    ZonedDateTime at = start.atZone(zone);
    return switch (interval) {
      case HOUR -> pattern("yMMMdHm").format(at);
      case DAY -> date(at.toLocalDate());
      case WEEK -> texts.text("bucket.week", date(at.toLocalDate()));
      case MONTH -> pattern("yMMMM").format(at);
      case TOTAL -> texts.text("bucket.total");
    };
  }

  String date(LocalDate date) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale()).format(date);
  }

  String dateTime(Instant instant) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
        .withLocale(locale())
        .format(instant.atZone(zone));
  }

  /** A time of day with seconds. */
  String time(Instant instant) {
    return pattern("Hms").format(instant.atZone(zone));
  }

  /** A moment on an axis that is that long. */
  String tick(Instant instant, Duration length) {
    String skeleton = length.compareTo(Duration.ofDays(1)) <= 0 ? "Hm" : "MMMd";
    return pattern(length.compareTo(Duration.ofDays(7)) == 0 ? "MMMdHm" : skeleton)
        .format(instant.atZone(zone));
  }

  /** A time to the second. */
  String moment(Instant instant) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.MEDIUM)
        .withLocale(locale())
        .format(instant.atZone(zone));
  }

  /** A period: whole days by their dates, others by their times. */
  String range(TimeRange range) {
    ZonedDateTime from = range.from().atZone(zone);
    ZonedDateTime to = range.to().atZone(zone);
    LocalDate first = from.toLocalDate();
    boolean wholeDays =
        from.equals(first.atStartOfDay(zone)) && to.equals(to.toLocalDate().atStartOfDay(zone));
    if (!wholeDays) {
      return dateTime(range.from()) + " – " + dateTime(range.to());
    }
    LocalDate last = to.toLocalDate().minusDays(1);
    if (first.equals(last)) {
      return date(first);
    }
    boolean wholeMonth =
        first.getDayOfMonth() == 1 && last.equals(first.plusMonths(1).minusDays(1));
    return wholeMonth ? pattern("yMMMM").format(first) : date(first) + " – " + date(last);
  }

  /** What one thing contributed to a figure: a score as it was given, else as the figure. */
  String contribution(double value, Unit unit) {
    return unit == Unit.SCORE ? number(value, 0) : value(value, unit);
  }

  private DateTimeFormatter pattern(String skeleton) {
    return DateTimeFormatter.ofLocalizedPattern(skeleton).withLocale(locale());
  }
}
