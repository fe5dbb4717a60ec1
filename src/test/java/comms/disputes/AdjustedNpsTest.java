package comms.disputes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import comms.disputes.AdjustedNps.Cell;
import comms.disputes.AdjustedNps.Responses;
import comms.disputes.AdjustedNps.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdjustedNpsTest {

  private static final Cell WINNER = new Cell("win_client", "client");
  private static final Cell LOSER = new Cell("win_client", "freelancer");
  private static final Cell SPLIT = new Cell("split", "client");

  /** Winners at +50, losers at -50 in both periods; only how many of each answered is different. */
  @Test
  void whenOnlyLosersAnswerMoreItIsTheMix() {
    AdjustedNps nps =
        AdjustedNps.of(
            List.of(winners(20, 12, 2), losers(60, 6, 36)),
            List.of(winners(60, 36, 6), losers(20, 2, 12)));

    // (20 * 50 - 60 * 50) / 80 and (60 * 50 - 20 * 50) / 80
    assertMovement(nps, 25.0, -25.0, 25.0);
    assertCauses(nps, 0.0, -50.0, Verdict.MIX_WORSE);
    assertThat(nps.covered()).isEqualTo(1.0);
  }

  /** Each cell fell by 100 points while the same people answered. */
  @Test
  void whenTheSameMixScoresLessItIsTheProcess() {
    AdjustedNps nps =
        AdjustedNps.of(
            List.of(winners(40, 4, 24), losers(40, 0, 40)),
            List.of(winners(40, 24, 4), losers(40, 8, 8)));

    assertMovement(nps, 25.0, -75.0, -75.0);
    assertCauses(nps, -100.0, 0.0, Verdict.PROCESS_WORSE);
  }

  /**
   * Four winners at 100, 100, 0, -100: mean 25, squares 27,500, variance 9,166.67. Four losers at
   * 0, 0, 0, -100: mean -25, squares 7,500, variance 2,500. With the weights 3/4 and 1/4 the
   * variance of the mean is 0.5625 * 2,291.67 + 0.0625 * 625 = 1,328.125.
   */
  @Test
  void theIntervalIsThatOfTheMeanOfAStratifiedSample() {
    AdjustedNps nps =
        AdjustedNps.of(
            List.of(winners(4, 2, 1), losers(4, 0, 1)), List.of(winners(6, 3, 0), losers(2, 0, 0)));

    assertThat(nps.adjusted()).isEqualTo(0.75 * 25 - 0.25 * 25);
    assertThat(nps.margin()).isCloseTo(1.96 * Math.sqrt(1328.125), within(1e-9));
    assertThat(nps.verdict()).isEqualTo(Verdict.UNCLEAR);
  }

  /** Pooled over the winners alone, whose variance is 9,166.67, since one loser tells none. */
  @Test
  void aSingleResponseTakesThePooledVariance() {
    AdjustedNps nps =
        AdjustedNps.of(
            List.of(winners(4, 2, 1), losers(1, 0, 1)), List.of(winners(5, 3, 0), losers(5, 0, 0)));

    double pooled = 27_500.0 / 3;
    assertThat(nps.margin())
        .isCloseTo(1.96 * Math.sqrt(0.25 * pooled / 4 + 0.25 * pooled), within(1e-9));
  }

  @Test
  void cellsWithoutResponsesNowAreLeftOutOnBothSides() {
    AdjustedNps nps =
        AdjustedNps.of(
            List.of(winners(10, 5, 0)),
            List.of(winners(10, 5, 0), new Responses(SPLIT, 10, 0, 30)));

    // Before: 15 / 40 = 37.5; of the winners alone 50, as now.
    assertThat(nps.covered()).isEqualTo(0.25);
    assertThat(nps.adjusted()).isEqualTo(50.0);
    assertThat(nps.process()).isEqualTo(0.0);
    assertThat(nps.mix()).isCloseTo(50 - 1500.0 / 40, within(1e-9));
    assertThat(nps.verdict()).isEqualTo(Verdict.MIX_BETTER);
  }

  @Test
  void withoutResponsesInEitherPeriodThereIsNoVerdict() {
    AdjustedNps nps = AdjustedNps.of(List.of(winners(10, 5, 0)), List.of());

    assertThat(nps.measured()).isEqualTo(50.0);
    assertThat(nps.adjusted()).isNull();
    assertThat(nps.verdict()).isEqualTo(Verdict.UNKNOWN);
  }

  private static void assertMovement(
      AdjustedNps nps, double before, double measured, double adjusted) {
    assertThat(nps.before()).isEqualTo(before);
    assertThat(nps.measured()).isEqualTo(measured);
    assertThat(nps.adjusted()).isEqualTo(adjusted);
  }

  private static void assertCauses(AdjustedNps nps, double process, double mix, Verdict verdict) {
    assertThat(nps.process()).isEqualTo(process);
    assertThat(nps.mix()).isEqualTo(mix);
    assertThat(nps.verdict()).isEqualTo(verdict);
  }

  private static Responses winners(long n, long promoters, long detractors) {
    return new Responses(WINNER, promoters, detractors, n);
  }

  private static Responses losers(long n, long promoters, long detractors) {
    return new Responses(LOSER, promoters, detractors, n);
  }
}
