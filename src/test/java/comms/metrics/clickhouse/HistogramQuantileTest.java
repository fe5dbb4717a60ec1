package comms.metrics.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HistogramQuantileTest {

  @Test
  void tellsBetweenWhichBoundsAQuantileLies() {
    HistogramQuantile histogram = histogram(94, 98, 100);

    assertThat(histogram.certainties(0.5))
        .containsEntry("bucket_from", 0.0)
        .containsEntry("bucket_to", 500.0);
    assertThat(histogram.certainties(0.94)).containsEntry("bucket_to", 500.0);
    assertThat(histogram.certainties(0.95))
        .containsEntry("bucket_from", 500.0)
        .containsEntry("bucket_to", 1000.0)
        .containsEntry("share_to_500", 0.94)
        .containsEntry("share_to_1000", 0.98);
  }

  @Test
  void knowsNoBoundAboveTheLast() {
    assertThat(histogram(94, 98, 100).certainties(0.99))
        .containsEntry("bucket_from", 1000.0)
        .doesNotContainKey("bucket_to");
  }

  @Test
  void isCertainOfNothingWithoutObservations() {
    assertThat(histogram(0, 0, 0).certainties(0.95)).isEmpty();
  }

  private static HistogramQuantile histogram(double to500, double to1000, double all) {
    HistogramQuantile histogram = new HistogramQuantile();
    histogram.add(500, to500);
    histogram.add(1000, to1000);
    histogram.add(Double.POSITIVE_INFINITY, all);
    return histogram;
  }
}
