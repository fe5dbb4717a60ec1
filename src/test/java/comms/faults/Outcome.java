package comms.faults;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What one fault led to; a row of the table.
 *
 * @param acknowledged events of the whole run that were answered with 200
 * @param unanswered events that were sent and never acknowledged before the run ended
 * @param during the answers of the doors during the fault
 * @param recovery from the end of the fault until everything acknowledged by then was stored;
 *     negative when it was not in time
 * @param grown events a second that were acknowledged during the fault and not stored yet
 * @param drained events a second that were stored after it
 * @param memoryBefore resident megabytes of the application when the fault began
 * @param memoryMost the most that it had until it had recovered
 */
record Outcome(
    String fault,
    int acknowledged,
    long unanswered,
    Comparison comparison,
    Answers.Summary during,
    Duration recovery,
    double grown,
    double drained,
    long memoryBefore,
    long memoryMost) {

  private static final List<String> HEADINGS =
      List.of(
          "fault",
          "acknowledged",
          "lost",
          "counted twice",
          "never sent",
          "wrong figures",
          "never answered",
          "recovery s",
          "200 / other / none",
          "p50 ms",
          "p99 ms",
          "backlog +/s, -/s",
          "memory MB");

  /** Whether everything acknowledged is stored once, and nothing else. */
  boolean isClean() {
    return comparison.isClean() && unanswered == 0 && !recovery.isNegative();
  }

  static String heading() {
    return row(HEADINGS) + "\n" + row(HEADINGS.stream().map(_ -> "---").toList());
  }

  String row() {
    return row(
        List.of(
            fault,
            String.valueOf(acknowledged),
            String.valueOf(comparison.lost().size()),
            String.valueOf(comparison.twice()),
            String.valueOf(comparison.neverSent().size()),
            String.valueOf(comparison.wrongFigures().size()),
            String.valueOf(unanswered),
            recovery.isNegative() ? "not in time" : decimal(recovery.toMillis() / 1000.0),
            "%d / %d / %d".formatted(during.ok(), during.refused(), during.none()),
            String.valueOf(during.median().toMillis()),
            String.valueOf(during.p99().toMillis()),
            String.format(Locale.ROOT, "%.0f, %.0f", grown, drained),
            memoryBefore + " → " + memoryMost));
  }

  /** What is behind the numbers that should be zero. */
  String details() {
    return "lost: %s%nnever sent: %s%nwrong: %s"
        .formatted(
            some(comparison.lost()), some(comparison.neverSent()), comparison.wrongFigures());
  }

  private static String row(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |";
  }

  private static List<String> some(List<String> all) {
    return all.subList(0, Math.min(10, all.size()));
  }

  private static String decimal(double number) {
    return String.format(Locale.ROOT, "%.1f", number);
  }
}
