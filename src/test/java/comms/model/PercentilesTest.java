package comms.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PercentilesTest {

  @Test
  void interpolatesBetweenClosestRanks() {
    double[] sample = {10, 20, 30, 40};
    assertThat(Percentiles.of(sample, 0.5)).isEqualTo(25);
    assertThat(Percentiles.of(sample, 0.95)).isCloseTo(38.5, within(1e-12));
    assertThat(Percentiles.of(sample, 1)).isEqualTo(40);
  }

  @Test
  void hitsRanksExactly() {
    double[] sample = IntStream.rangeClosed(0, 100).asDoubleStream().toArray();
    assertThat(Percentiles.of(sample, 0.95)).isCloseTo(95, within(1e-12));
    assertThat(Percentiles.of(sample, 0.99)).isCloseTo(99, within(1e-12));
  }

  @Test
  void hasNoValueWithoutSample() {
    assertThat(Percentiles.figure("p95", new double[0])).isEqualTo(new Figure(null, 0, 0, 0));
    assertThat(Percentiles.figure("mean", new double[] {1, 2, 6}).value()).isEqualTo(3.0);
  }
}
