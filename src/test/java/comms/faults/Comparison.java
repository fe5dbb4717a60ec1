package comms.faults;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Ledger, store and API side by side.
 *
 * @param lost acknowledged, and neither stored nor rightly in quarantine
 * @param twice keys of several rows, and events that the application counted more often than it
 *     stored them
 * @param neverSent stored, although nobody sent them
 * @param wrongFigures metrics that say something else than the ledger does
 */
record Comparison(
    List<String> lost, long twice, List<String> neverSent, List<String> wrongFigures) {

  private static final double ROUNDING = 1e-9;

  static Comparison of(Ledger ledger, StoredEvents stored, ShownFigures shown)
      throws IOException, InterruptedException {
    Set<String> keys = stored.keys();
    return new Comparison(
        lost(ledger, keys, shown),
        stored.keysInSeveralRows() + countedTooOften(stored),
        keys.stream().filter(key -> !ledger.wasSent(key)).sorted().toList(),
        wrong(ExpectedFigures.of(ledger.among(keys)), shown.all()));
  }

  boolean isClean() {
    return lost.isEmpty() && twice == 0 && neverSent.isEmpty() && wrongFigures.isEmpty();
  }

  /** Whether everything that was acknowledged has arrived where it belongs. */
  static boolean isDrained(Ledger ledger, StoredEvents stored, ShownFigures shown)
      throws IOException, InterruptedException {
    return lost(ledger, stored.keys(), shown).isEmpty();
  }

  private static List<String> lost(Ledger ledger, Set<String> stored, ShownFigures shown)
      throws IOException, InterruptedException {
    Set<String> lost = new HashSet<>(ledger.owed());
    lost.removeAll(stored);
    List<SentEvent> poison = ledger.poison();
    if (!poison.isEmpty()) {
      String quarantined = String.join("\n", shown.quarantined());
      poison.stream()
          .filter(event -> !quarantined.contains('"' + event.id() + '"'))
          .forEach(event -> lost.add(event.key()));
    }
    return lost.stream().sorted().toList();
  }

  private static long countedTooOften(StoredEvents stored)
      throws IOException, InterruptedException {
    Map<String, Long> rows = stored.byName();
    return stored.countedAsAccepted().entrySet().stream()
        .mapToLong(counted -> counted.getValue() - rows.getOrDefault(counted.getKey(), 0L))
        .filter(tooMany -> tooMany > 0)
        .sum();
  }

  private static List<String> wrong(Map<String, Double> expected, Map<String, Double> shown) {
    List<String> wrong = new ArrayList<>();
    expected.forEach(
        (name, value) -> {
          Double other = shown.get(name);
          boolean same =
              other == null
                  ? value == 0
                  : Math.abs(other - value) <= ROUNDING * Math.max(1, Math.abs(value));
          if (!same) {
            wrong.add("%s is %s instead of %s".formatted(name, other, value));
          }
        });
    return wrong;
  }
}
