package comms.ingestion;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Times as senders write them: a number since 1970, or a text of which only one reading is
 * possible, see {@link WrittenTime}.
 */
final class SenderTime {

  private static final Pattern NUMBER =
      Pattern.compile("-?\\d{9,25}(\\.\\d{0,30})?|-?\\d{1,2}(\\.\\d{0,30})?[eE]\\+?\\d{1,2}");

  /** Fourteen digits are a date and a time of day; as a number it would be the year 2600. */
  private static final Pattern CLOCK = Pattern.compile("(19|20)\\d{12}");

  private static final Pattern OFFSET = Pattern.compile("-?\\d{1,15}(\\.\\d{0,30})?");
  private static final double LONGEST_OFFSET = Long.MAX_VALUE / 4.0e6;

  /**
   * As seconds the year 5138, as milliseconds the year 1973: what is greater is the next unit. The
   * same holds for each unit and the next.
   */
  private static final BigDecimal FIRST_MILLIS = BigDecimal.valueOf(100_000_000_000L);

  /** By how many places the point moves, from seconds to nanoseconds, to make milliseconds. */
  private static final List<Integer> UNITS = List.of(3, 0, -3, -6);

  /** More than any format has, remarks included. */
  private static final int LONGEST = 100;

  private static final Instant END = Instant.parse("9999-12-31T23:59:59.999Z");

  private SenderTime() {}

  /** Whether there is a time at all, readable or not. */
  static boolean isAbsent(JsonNode sent) {
    return sent.isMissingNode() || sent.isNull() || (sent.isString() && sent.asString().isBlank());
  }

  /** The time in whole milliseconds, empty where it cannot be read. */
  static Optional<Instant> parse(JsonNode sent) {
    JsonNode scalar = SentValue.scalar(sent);
    if (scalar.isNumber()) {
      return decimal(scalar).flatMap(SenderTime::sinceEpoch);
    }
    return isText(scalar) ? parse(WrittenTime.plain(scalar.asString())) : Optional.empty();
  }

  /** Whether it is a date whose day and month cannot be told apart. */
  static boolean isAmbiguous(JsonNode sent) {
    return isText(sent) && WrittenTime.isAmbiguous(WrittenTime.plain(sent.asString()));
  }

  /** A length of time in milliseconds, empty where it cannot be read. */
  static Optional<Long> milliseconds(JsonNode sent) {
    JsonNode scalar = SentValue.scalar(sent);
    Optional<BigDecimal> number =
        isText(scalar) ? number(scalar.asString().strip(), OFFSET) : decimal(scalar);
    return number
        .map(BigDecimal::doubleValue)
        .filter(n -> Math.abs(n) <= LONGEST_OFFSET)
        .map(Double::longValue);
  }

  private static boolean isText(JsonNode sent) {
    return sent.isString() && sent.asString().length() <= LONGEST;
  }

  private static Optional<Instant> parse(String text) {
    Optional<Instant> time =
        CLOCK.matcher(text).matches()
            ? Optional.empty()
            : number(text, NUMBER).flatMap(SenderTime::sinceEpoch);
    return time.or(() -> WrittenTime.parse(text).flatMap(SenderTime::bounded));
  }

  private static Optional<BigDecimal> number(String text, Pattern pattern) {
    return pattern.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
  }

  private static Optional<BigDecimal> decimal(JsonNode number) {
    boolean finite = number.isNumber() && Double.isFinite(number.doubleValue());
    return finite ? Optional.of(number.decimalValue()) : Optional.empty();
  }

  private static Optional<Instant> sinceEpoch(BigDecimal number) {
    BigDecimal first = FIRST_MILLIS;
    for (int places : UNITS) {
      if (number.abs().compareTo(first) < 0) {
        return bounded(Instant.ofEpochMilli(number.movePointRight(places).longValue()));
      }
      first = first.movePointRight(3);
    }
    return Optional.empty();
  }

  /** Years that have more than four digits are mistakes, and overflow elsewhere. */
  private static Optional<Instant> bounded(Instant time) {
    return time.isAfter(END) || time.isBefore(Instant.EPOCH.minus(730_000, ChronoUnit.DAYS))
        ? Optional.empty()
        : Optional.of(time.truncatedTo(ChronoUnit.MILLIS));
  }
}
