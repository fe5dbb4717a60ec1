package comms.ingestion;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The zone behind a time: an offset, a name of which there is one only, both, or nothing for UTC.
 * An offset counts more than the names and remarks beside it.
 */
final class ZoneInText {

  private static final Pattern OFFSET =
      Pattern.compile(
          "(?:UTC|GMT|UT|Z)? ?(?<sign>[+-])(?<h>\\d{1,2})(?::?(?<m>\\d{2})(?::?(?<s>\\d{2}))?)?"
              + "(?: [A-Z]{1,5}| [+-]\\d{2,4})?",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern REMARK = Pattern.compile(" ?(?:\\([^()]*\\)| m=[+-][\\d.]+)$");
  private static final Pattern REGION = Pattern.compile("(?<zone>.*?) ?\\[(?<region>[\\w/+-]+)\\]");

  /** In hours; the American ones as RFC 2822 has them. */
  private static final Map<String, Integer> NAMES =
      Map.ofEntries(
          Map.entry("", 0),
          Map.entry("Z", 0),
          Map.entry("UT", 0),
          Map.entry("UTC", 0),
          Map.entry("GMT", 0),
          Map.entry("EST", -5),
          Map.entry("EDT", -4),
          Map.entry("CST", -6),
          Map.entry("CDT", -5),
          Map.entry("MST", -7),
          Map.entry("MDT", -6),
          Map.entry("PST", -8),
          Map.entry("PDT", -7),
          Map.entry("WET", 0),
          Map.entry("WEST", 1),
          Map.entry("CET", 1),
          Map.entry("CEST", 2),
          Map.entry("EET", 2),
          Map.entry("EEST", 3),
          Map.entry("MSK", 3));

  private static final int MOST_HOURS = 18;

  private ZoneInText() {}

  /** The offset that the text means at that time, empty where it cannot be told. */
  static Optional<ZoneOffset> offset(String text, LocalDateTime at) {
    String zone = REMARK.matcher(text).replaceFirst("").strip();
    Matcher region = REGION.matcher(zone);
    if (region.matches()) {
      String before = region.group("zone");
      return before.isEmpty() ? inRegion(region.group("region"), at) : offset(before, at);
    }
    Matcher offset = OFFSET.matcher(zone);
    if (offset.matches()) {
      return numeric(offset);
    }
    return Optional.ofNullable(NAMES.get(zone.toUpperCase(Locale.ROOT))).map(ZoneOffset::ofHours);
  }

  private static Optional<ZoneOffset> numeric(Matcher offset) {
    int hours = number(offset.group("h"));
    int minutes = number(offset.group("m"));
    int seconds = number(offset.group("s"));
    if (hours > MOST_HOURS || minutes >= 60 || seconds >= 60) {
      return Optional.empty();
    }
    int total = hours * 3600 + minutes * 60 + seconds;
    try {
      return Optional.of(
          ZoneOffset.ofTotalSeconds(offset.group("sign").equals("-") ? -total : total));
    } catch (DateTimeException tooFar) {
      return Optional.empty();
    }
  }

  /** Where clocks are set back, an hour is there twice, and nothing tells which one is meant. */
  private static Optional<ZoneOffset> inRegion(String region, LocalDateTime at) {
    try {
      List<ZoneOffset> offsets = ZoneId.of(region).getRules().getValidOffsets(at);
      return offsets.size() == 1 ? Optional.of(offsets.getFirst()) : Optional.empty();
    } catch (DateTimeException unknown) {
      return Optional.empty();
    }
  }

  private static int number(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
