package comms.disputes;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The NPS of a period and of the one before it, with what of the change lies in who answered.
 *
 * <p>Respondents fall into cells of resolution and role. The score is standardised directly: {@code
 * sum(w * s)} over the cells, with the period's own score {@code s} of a cell and, as its weight
 * {@code w}, the share that the cell had among the responses before. Cells without a response now
 * have no score; they are left out and the weights of the others scaled up to 1, on both sides of
 * the comparison. What is then left of the change is the process; the rest is the mix.
 *
 * <p>The interval is that of the mean of a stratified sample, normal approximation: {@code variance
 * = sum(w^2 * v / n)}, plus and minus 1.96 times its root, where {@code v} is the sample variance
 * of the cell's values, each 100, 0 or -100 (W. G. Cochran, Sampling Techniques, chapter 5). A cell
 * with a single response takes the pooled variance of the others.
 *
 * @param measured the score now; null without responses
 * @param before the score before; null without responses
 * @param adjusted the score now on the mix of before
 * @param margin half the width of the adjusted score's 95 % interval; null where it cannot be told
 * @param process the part of the change that remains on the same mix
 * @param processMargin half the width of its 95 % interval
 * @param mix the part of the change that comes from who answered
 * @param covered the share of the responses before whose cells have responses now
 */
public record AdjustedNps(
    @Nullable Double measured,
    @Nullable Double before,
    @Nullable Double adjusted,
    @Nullable Double margin,
    @Nullable Double process,
    @Nullable Double processMargin,
    @Nullable Double mix,
    double covered,
    Verdict verdict) {

  private static final double Z = 1.96;

  /** Smaller changes of the score are none. */
  private static final double LEAST_CHANGE = 1;

  /** Who answers, about which end of a dispute. */
  public record Cell(String resolution, String role) implements Comparable<Cell> {
    @Override
    public int compareTo(Cell other) {
      int byResolution = resolution.compareTo(other.resolution);
      return byResolution != 0 ? byResolution : role.compareTo(other.role);
    }
  }

  /** What they answered. */
  public record Responses(Cell cell, long promoters, long detractors, long n) {

    public double score() {
      return 100.0 * (promoters - detractors) / n;
    }

    /** The sum of the squares of the values' distances from their mean. */
    private double squares() {
      return 10_000.0 * (promoters + detractors) - n * score() * score();
    }
  }

  /** Which it was. */
  public enum Verdict {
    /** The score on the same mix fell, by more than chance. */
    PROCESS_WORSE,
    /** The score on the same mix rose, by more than chance. */
    PROCESS_BETTER,
    /** The score fell since others answered; on the same mix it did not, beyond chance. */
    MIX_WORSE,
    /** The score rose since others answered; on the same mix it did not, beyond chance. */
    MIX_BETTER,
    /** The change is small or within chance. */
    UNCLEAR,
    /** There is nothing to compare. */
    UNKNOWN
  }

  public static AdjustedNps of(List<Responses> now, List<Responses> before) {
    Map<Cell, Responses> current = byCell(now);
    Map<Cell, Responses> reference = byCell(before);
    long total = reference.values().stream().mapToLong(Responses::n).sum();
    long shared =
        reference.values().stream()
            .filter(cell -> current.containsKey(cell.cell()))
            .mapToLong(Responses::n)
            .sum();
    Double measured = score(current);
    Double earlier = score(reference);
    if (measured == null || earlier == null || shared == 0) {
      return new AdjustedNps(measured, earlier, null, null, null, null, null, 0, Verdict.UNKNOWN);
    }
    double adjusted = 0;
    double expected = 0;
    for (Responses cell : reference.values()) {
      Responses same = current.get(cell.cell());
      if (same != null) {
        double weight = (double) cell.n() / shared;
        adjusted += weight * same.score();
        expected += weight * cell.score();
      }
    }
    Double variance = variance(current, reference, current, shared);
    Double varianceBefore = variance(reference, reference, current, shared);
    Double margin = variance == null ? null : Z * Math.sqrt(variance);
    Double processMargin =
        variance == null || varianceBefore == null
            ? null
            : (Double) (Z * Math.sqrt(variance + varianceBefore));
    double process = adjusted - expected;
    double mix = measured - earlier - process;
    return new AdjustedNps(
        measured,
        earlier,
        adjusted,
        margin,
        process,
        processMargin,
        mix,
        (double) shared / total,
        verdict(process, processMargin, mix));
  }

  private static Verdict verdict(double process, @Nullable Double margin, double mix) {
    if (margin != null && Math.abs(process) > margin) {
      return process > 0 ? Verdict.PROCESS_BETTER : Verdict.PROCESS_WORSE;
    }
    double change = process + mix;
    boolean byMix = Math.abs(mix) > Math.abs(process) && mix * change > 0;
    if (margin == null || Math.abs(change) < LEAST_CHANGE || !byMix) {
      return Verdict.UNCLEAR;
    }
    return mix > 0 ? Verdict.MIX_BETTER : Verdict.MIX_WORSE;
  }

  private static Map<Cell, Responses> byCell(List<Responses> responses) {
    Map<Cell, Responses> cells = new TreeMap<>();
    responses.stream().filter(cell -> cell.n() > 0).forEach(cell -> cells.put(cell.cell(), cell));
    return cells;
  }

  private static @Nullable Double score(Map<Cell, Responses> cells) {
    long n = cells.values().stream().mapToLong(Responses::n).sum();
    long balance =
        cells.values().stream().mapToLong(cell -> cell.promoters() - cell.detractors()).sum();
    return n == 0 ? null : (Double) (100.0 * balance / n);
  }

  /** Of the weighted mean of those scores; null where no cell has two responses. */
  private static @Nullable Double variance(
      Map<Cell, Responses> scores,
      Map<Cell, Responses> weights,
      Map<Cell, Responses> counted,
      long shared) {
    double squares = scores.values().stream().mapToDouble(Responses::squares).sum();
    long freedom = scores.values().stream().mapToLong(cell -> cell.n() - 1).sum();
    if (freedom == 0) {
      return null;
    }
    double pooled = squares / freedom;
    double variance = 0;
    for (Responses cell : weights.values()) {
      Responses scored = scores.get(cell.cell());
      if (scored != null && counted.containsKey(cell.cell())) {
        double weight = (double) cell.n() / shared;
        double own = scored.n() == 1 ? pooled : scored.squares() / (scored.n() - 1);
        variance += weight * weight * own / scored.n();
      }
    }
    return variance;
  }
}
