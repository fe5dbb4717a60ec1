package comms.ingestion.clickhouse;

import comms.catalog.EventName;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Counts what became of events, by their names, and what was stripped of them, by property. */
final class Tally {

  private static final String SEPARATOR = "\n";

  private final Map<String, Long> counts = new TreeMap<>();

  /** What can become of an event. A conflict is a duplicate that says something else. */
  enum Outcome {
    ACCEPTED,
    DUPLICATE,
    CONFLICT,
    QUARANTINED,
    STRIPPED;

    String wireName() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** Where counts go: an outcome's wire name, what it is about, how many. */
  @FunctionalInterface
  interface Entry {
    void is(String outcome, String name, long n);
  }

  /** Senders may name events as they like; those that nobody knows are counted together. */
  Tally event(Outcome outcome, String name, long n) {
    return add(outcome, EventName.named(name).isPresent() ? name : "(unknown)", n);
  }

  Tally stripped(Map<String, Long> byName) {
    byName.forEach((name, n) -> add(Outcome.STRIPPED, name, n));
    return this;
  }

  private Tally add(Outcome outcome, String name, long n) {
    counts.merge(outcome.wireName() + SEPARATOR + name, n, Long::sum);
    return this;
  }

  void forEach(Entry entry) {
    BiConsumer<String, Long> split =
        (key, n) -> {
          int at = key.indexOf(SEPARATOR);
          entry.is(key.substring(0, at), key.substring(at + 1), n);
        };
    counts.forEach(split);
  }
}
