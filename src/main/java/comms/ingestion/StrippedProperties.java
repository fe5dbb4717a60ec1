package comms.ingestion;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Counts by name the properties of one request that were left out. Names come from strangers, so
 * their length, their alphabet and their number are bounded; what does not fit counts as {@value
 * #OTHER}.
 */
final class StrippedProperties {

  static final String OTHER = "(other)";

  private static final int MAX_NAMES = 200;
  private static final Pattern NAME = Pattern.compile("[\\p{Alnum}_$.\\-]{1,60}");

  private final Map<String, Long> counts = new TreeMap<>();

  void count(String name) {
    boolean fits = counts.containsKey(name) || (counts.size() < MAX_NAMES && fits(name));
    counts.merge(fits ? name : OTHER, 1L, Long::sum);
  }

  Map<String, Long> byName() {
    return Map.copyOf(counts);
  }

  private static boolean fits(String name) {
    return NAME.matcher(name).matches();
  }
}
