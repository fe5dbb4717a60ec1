package comms.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import comms.telemetry.NativeHistogram.Bucket;
import comms.telemetry.OwnBuckets.Growth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OwnBucketsTest {

  private static final double INFINITY = Double.POSITIVE_INFINITY;

  private final OwnBuckets buckets = new OwnBuckets(Map.of());

  @Test
  void theFirstSampleIsWhereCountingStarts() {
    assertThat(next("100 250 5")).isEmpty();
    assertThat(next("100 250 8")).containsExactly(new Growth(100, 250, 3));
  }

  @Test
  void aBucketThatWasEmptyGrowsByAllThatIsInIt() {
    next("");
    assertThat(next("-Inf 100 2", "250 500 4"))
        .containsExactly(new Growth(Double.NEGATIVE_INFINITY, 100, 2), new Growth(250, 500, 4));
    assertThat(next("-Inf 100 2", "100 250 1", "250 500 4", "2000 +Inf 7"))
        .containsExactly(new Growth(100, 250, 1), new Growth(2000, INFINITY, 7));
    assertThat(buckets.cumulative())
        .isEqualTo(Map.of(100.0, 2.0, 250.0, 3.0, 500.0, 7.0, 2000.0, 7.0, INFINITY, 14.0));
  }

  @Test
  void aHistogramThatGoesDownSomewhereBeganAgainAsAWhole() {
    next("-Inf 100 5", "100 250 5");
    assertThat(next("-Inf 100 7", "100 250 4"))
        .containsExactly(new Growth(Double.NEGATIVE_INFINITY, 100, 7), new Growth(100, 250, 4));
    assertThat(next("500 1000 90")).containsExactly(new Growth(500, 1000, 90));
    assertThat(next("500 1000 1")).containsExactly(new Growth(500, 1000, 1));
  }

  @Test
  void withNewBoundsThatWhichItGrewByIsSpreadAsAllOfItIs() {
    next("-Inf 100 50", "100 300 50");
    assertThat(next("-Inf 200 60", "200 400 60"))
        .containsExactly(new Growth(Double.NEGATIVE_INFINITY, 200, 10), new Growth(200, 400, 10));
    assertThat(next("-Inf 150 3", "150 450 1"))
        .containsExactly(new Growth(Double.NEGATIVE_INFINITY, 150, 3), new Growth(150, 450, 1));
  }

  @Test
  void goesOnFromTheCountersOfAClassicHistogramWithTheSameBounds() {
    OwnBuckets after = new OwnBuckets(Map.of(100.0, 5.0, 250.0, 5.0, 500.0, 9.0, INFINITY, 9.0));

    assertThat(
            after.next(
                List.of(new Bucket(3, "-Inf", "100", "6"), new Bucket(0, "250", "500", "4"))))
        .containsExactly(new Growth(Double.NEGATIVE_INFINITY, 100, 1));
  }

  private List<Growth> next(String... lines) {
    return buckets.next(
        List.of(lines).stream()
            .filter(line -> !line.isEmpty())
            .map(line -> line.split(" "))
            .map(parts -> new Bucket(0, parts[0], parts[1], parts[2]))
            .toList());
  }
}
