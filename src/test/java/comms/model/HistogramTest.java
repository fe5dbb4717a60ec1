package comms.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HistogramTest {

  private static final Map<Double, Double> EXAMPLE =
      Map.of(
          100.0,
          50.0,
          250.0,
          80.0,
          500.0,
          94.0,
          1000.0,
          98.0,
          2000.0,
          99.5,
          Double.POSITIVE_INFINITY,
          100.0);

  @Test
  void interpolatesAsPrometheusDoes() {
    Histogram histogram = Histogram.sum(List.of(EXAMPLE));
    assertThat(histogram.quantile(0.5)).isEqualTo(100);
    assertThat(histogram.quantile(0.95)).isCloseTo(625, within(1e-9));
    assertThat(histogram.quantile(0.99)).isCloseTo(1666.6666666667, within(1e-9));
    assertThat(histogram.quantile(0.999)).isEqualTo(2000);
    assertThat(histogram.quantile(1)).isEqualTo(2000);
  }

  @Test
  void sumsSeriesBeforeTheQuantile() {
    Map<Double, Double> fast = Map.of(100.0, 90.0, 200.0, 90.0, Double.POSITIVE_INFINITY, 90.0);
    Map<Double, Double> slow = Map.of(100.0, 0.0, 200.0, 10.0, Double.POSITIVE_INFINITY, 10.0);
    Histogram both = Histogram.sum(List.of(fast, slow));
    assertThat(both.quantile(0.95)).isCloseTo(150, within(1e-9));
  }

  @Test
  void forcesCountsToRise() {
    Map<Double, Double> torn = Map.of(100.0, 50.0, 200.0, 40.0, Double.POSITIVE_INFINITY, 100.0);
    assertThat(Histogram.sum(List.of(torn)).quantile(0.9)).isEqualTo(200);
  }

  @Test
  void hasNoQuantileWithoutCountsOrWithoutInfinity() {
    assertThat(Histogram.sum(List.of()).quantile(0.5)).isNaN();
    assertThat(Histogram.sum(List.of(Map.of(1.0, 5.0, 2.0, 6.0))).quantile(0.5)).isNaN();
    assertThat(
            Histogram.sum(List.of(Map.of(1.0, 0.0, Double.POSITIVE_INFINITY, 0.0))).quantile(0.5))
        .isNaN();
  }
}
