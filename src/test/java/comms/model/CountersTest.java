package comms.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CountersTest {

  @Test
  void sumsTheSamplesOfANameThatCarryTheLabel() {
    Counters counters =
        Counters.of(
            """
            # TYPE events_total counter
            events_total{event="a",outcome="accepted"} 3.0
            events_total{event="b",outcome="accepted"} 4.0
            events_total{event="b",outcome="duplicate"} 1.0
            other_total{outcome="accepted"} 9.0
            """);
    assertThat(counters.sum("events_total", "outcome=\"accepted\"")).isEqualTo(7);
    assertThat(counters.sum("events_total", "outcome=\"lost\"")).isZero();
  }
}
