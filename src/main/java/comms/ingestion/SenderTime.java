package comms.ingestion;

import static java.time.temporal.ChronoField.HOUR_OF_DAY;
import static java.time.temporal.ChronoField.MINUTE_OF_HOUR;
import static java.time.temporal.ChronoField.NANO_OF_SECOND;
import static java.time.temporal.ChronoField.SECOND_OF_MINUTE;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Times as senders write them: ISO 8601 with or without an offset (UTC then), dates alone, or a
 * number since 1970 in seconds or milliseconds.
 */
final class SenderTime {

  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendLiteral('T')
          .appendValue(HOUR_OF_DAY, 2)
          .appendLiteral(':')
          .appendValue(MINUTE_OF_HOUR, 2)
          .optionalStart()
          .appendLiteral(':')
          .appendValue(SECOND_OF_MINUTE, 2)
          .optionalStart()
          .appendFraction(NANO_OF_SECOND, 1, 9, true)
          .optionalEnd()
          .optionalEnd()
          .optionalStart()
          .appendOffset("+HH:MM", "Z")
          .optionalEnd()
          .optionalStart()
          .appendOffset("+HHmm", "Z")
          .optionalEnd()
          .optionalEnd()
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private static final Pattern NUMBER = Pattern.compile("\\d{9,13}(\\.\\d{1,9})?");

  /** As seconds the year 5138, as milliseconds the year 1973: what is greater is milliseconds. */
  private static final BigDecimal FIRST_MILLIS = BigDecimal.valueOf(100_000_000_000L);

  private static final Instant END = Instant.parse("9999-12-31T23:59:59.999Z");

  private SenderTime() {}

  /** Whether there is a time at all, readable or not. */
  static boolean isAbsent(JsonNode sent) {
    return sent.isMissingNode() || sent.isNull() || (sent.isString() && sent.asString().isBlank());
  }

  /** The time in whole milliseconds, empty where it cannot be read. */
  static Optional<Instant> parse(JsonNode sent) {
    if (sent.isNumber()) {
      return Double.isFinite(sent.doubleValue())
          ? sinceEpoch(sent.decimalValue())
          : Optional.empty();
    }
    return sent.isString() ? parse(sent.asString().strip()) : Optional.empty();
  }

  private static Optional<Instant> parse(String text) {
    if (NUMBER.matcher(text).matches()) {
      return sinceEpoch(new BigDecimal(text));
    }
    try {
      String iso = text.length() > 10 && text.charAt(10) == ' ' ? withT(text) : text;
      return bounded(
          instant(ISO.parseBest(iso, OffsetDateTime::from, LocalDateTime::from, LocalDate::from)));
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }

  private static String withT(String text) {
    return text.substring(0, 10) + 'T' + text.substring(11);
  }

  private static Instant instant(TemporalAccessor parsed) {
    return switch (parsed) {
      case OffsetDateTime time -> time.toInstant();
      case LocalDateTime time -> time.toInstant(ZoneOffset.UTC);
      default -> LocalDate.from(parsed).atStartOfDay().toInstant(ZoneOffset.UTC);
    };
  }

  private static Optional<Instant> sinceEpoch(BigDecimal number) {
    BigDecimal millis =
        number.abs().compareTo(FIRST_MILLIS) >= 0 ? number : number.movePointRight(3);
    if (millis.abs().compareTo(BigDecimal.valueOf(END.toEpochMilli())) > 0) {
      return Optional.empty();
    }
    return bounded(Instant.ofEpochMilli(millis.longValue()));
  }

  /** Years that have more than four digits are mistakes, and overflow elsewhere. */
  private static Optional<Instant> bounded(Instant time) {
    return time.isAfter(END) || time.isBefore(Instant.EPOCH.minus(730_000, ChronoUnit.DAYS))
        ? Optional.empty()
        : Optional.of(time.truncatedTo(ChronoUnit.MILLIS));
  }
}
