package comms.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comms.metrics.Effort.Held;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How much is answered at the same time. */
class EffortTest {

  private final Effort effort = new Effort(100_000, Duration.ofMillis(1));

  @Test
  void whatFitsIsDoneAtOnceAndTheNextIsToldToComeAgain() {
    try (Held _ = effort.take(60_000)) {
      assertThat(effort.with(30_000, () -> "done")).isEqualTo("done");
      assertThatThrownBy(() -> effort.take(60_000)).isInstanceOf(TooBusy.class);
    }
    assertThat(effort.with(60_000, () -> "later")).isEqualTo("later");
  }

  @Test
  void whatIsLargerThanAllThereIsWaitsForAllOfIt() {
    try (Held _ = effort.take(1_000)) {
      assertThatThrownBy(() -> effort.take(1_000_000_000)).isInstanceOf(TooBusy.class);
    }
    assertThat(effort.with(1_000_000_000, () -> "alone")).isEqualTo("alone");
  }

  @Test
  void whatFailsGivesBackWhatItHeld() {
    assertThatThrownBy(
            () ->
                effort.with(
                    100_000,
                    () -> {
                      throw new IllegalStateException("the store is away");
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(effort.with(90_000, () -> "done")).isEqualTo("done");
  }
}
