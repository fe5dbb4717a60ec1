package comms.connections;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class PaceTest {

  private final ConnectionLimits limits =
      new ConnectionLimits(
          10, 10, Duration.ofSeconds(10), Duration.ofSeconds(10), DataSize.ofKilobytes(1));
  private final Pace pace = new Pace();

  @Test
  void aByteEveryFewSecondsIsTooSlow() {
    assertThat(pace.isTooSlow(true, 1, 4_000, limits)).isFalse();
    assertThat(pace.isTooSlow(true, 2, 4_000, limits)).isFalse();
    assertThat(pace.isTooSlow(true, 3, 4_000, limits)).isTrue();
  }

  @Test
  void aModestRateGoesOnForEver() {
    for (int second = 1; second < 3600; second++) {
      assertThat(pace.isTooSlow(true, second * 1_100L, 1_000, limits)).isFalse();
    }
  }

  @Test
  void aFastBeginningDoesNotBuyTime() {
    assertThat(pace.isTooSlow(true, 1_000_000, 1_000, limits)).isFalse();
    assertThat(pace.isTooSlow(true, 1_000_001, 5_000, limits)).isFalse();
    assertThat(pace.isTooSlow(true, 1_000_002, 5_000, limits)).isTrue();
  }

  @Test
  void theServersOwnWorkIsNotTheClients() {
    assertThat(pace.isTooSlow(false, 0, 3_600_000, limits)).isFalse();
  }
}
