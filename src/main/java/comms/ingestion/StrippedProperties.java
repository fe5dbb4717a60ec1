package comms.ingestion;

import comms.catalog.Property;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts by name the properties of one request that were left out, and those of which something was
 * replaced. Names come from strangers, so that only words of a program are told, and a bounded
 * number of them; all others count as {@value #OTHER}.
 */
final class StrippedProperties {

  static final String OTHER = "(other)";

  private static final int MAX_NAMES = 200;

  private final Map<String, Long> counts = new TreeMap<>();

  void count(String name) {
    boolean fits =
        counts.containsKey(name) || (counts.size() < MAX_NAMES && UnfitValues.isWord(name));
    counts.merge(fits ? name : OTHER, 1L, Long::sum);
  }

  /** Counts a property of the catalog of whose value something was replaced. */
  void countRedacted(Property property) {
    counts.merge(property.wireName() + " (redacted)", 1L, Long::sum);
  }

  Map<String, Long> byName() {
    return Map.copyOf(counts);
  }
}
