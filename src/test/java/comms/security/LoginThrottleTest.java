package comms.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {

  private Instant now = Instant.parse("2026-03-29T00:30:00Z");
  private final InstantSource source = () -> now;
  private final Clock clock = source.withZone(ZoneOffset.UTC);
  private final LoginThrottle throttle = new LoginThrottle(clock);

  private static LoginAttempt attempt(String name, String address) {
    return LoginAttempt.of(name, address, Optional.empty());
  }

  private static LoginAttempt onDevice(String name, String device) {
    return LoginAttempt.of(name, "192.0.2.99", Optional.of(device));
  }

  /** Fails so often, each time after the pause, and tells the pauses. */
  private List<Duration> fail(LoginAttempt attempt, int times) {
    List<Duration> pauses = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      Duration pause = throttle.pause(attempt).orElse(Duration.ZERO);
      pauses.add(pause);
      now = now.plus(pause);
      assertThat(throttle.begin(attempt)).as("after the pause").isEmpty();
    }
    return pauses;
  }

  @Test
  void pausesGrowUpToALengthThatAPersonCanWait() {
    List<Duration> pauses = fail(attempt("ann", "192.0.2.1"), 14);
    assertThat(pauses).isSorted().first().isEqualTo(Duration.ZERO);
    assertThat(pauses).contains(Duration.ofSeconds(1), Duration.ofSeconds(8));
    assertThat(pauses.getLast()).isEqualTo(LoginThrottle.LONGEST);
  }

  @Test
  void theRightPasswordAfterThePauseEndsThem() {
    LoginAttempt ann = attempt("ann", "192.0.2.1");
    fail(ann, 9);
    now = now.plus(LoginThrottle.LONGEST);
    assertThat(throttle.begin(ann)).isEmpty();
    throttle.succeeded(ann);
    assertThat(fail(attempt("ann", "192.0.2.2"), 4)).containsOnly(Duration.ZERO);
  }

  @Test
  void namesArePausedWhereverTheAttemptsComeFromAndHoweverTheyAreSpelled() {
    for (int i = 0; i < 6; i++) {
      throttle.begin(attempt(i % 2 == 0 ? "Ann" : "aNN", "192.0.2." + i));
    }
    assertThat(throttle.begin(attempt("ann", "192.0.2.77"))).isPresent();
    assertThat(throttle.begin(attempt("bob", "192.0.2.77"))).isEmpty();
  }

  @Test
  void addressesArePausedWhateverNamesAreTriedAndASuccessDoesNotClearThem() {
    LoginAttempt own = attempt("attacker", "2001:db8:1:2::1");
    for (int i = 0; i < 30; i++) {
      throttle.begin(attempt("name" + i, "2001:db8:1:2::" + i));
      if (throttle.begin(own).isEmpty()) {
        throttle.succeeded(own);
      }
    }
    assertThat(throttle.pause(attempt("another", "2001:db8:1:2:3::"))).isPresent();
    assertThat(throttle.pause(attempt("another", "2001:db8:1:3::"))).isEmpty();
  }

  @Test
  void aStrangerDoesNotShutOutWhoeverHasADeviceThatIsKnown() {
    fail(attempt("ann", "192.0.2.1"), 12);
    assertThat(throttle.begin(attempt("ann", "192.0.2.2"))).isPresent();
    assertThat(throttle.begin(onDevice("ann", "desk"))).isEmpty();
    assertThat(fail(onDevice("ann", "desk"), 8).getLast()).isPositive();
    assertThat(throttle.begin(onDevice("ann", "phone"))).isEmpty();
  }

  @Test
  void manyAtOnceGainNothing() {
    LoginAttempt ann = attempt("ann", "192.0.2.1");
    long begun =
        java.util.stream.IntStream.range(0, 1_000)
            .parallel()
            .filter(_ -> throttle.begin(ann).isEmpty())
            .count();
    assertThat(begun).isLessThan(10);
  }

  @Test
  void itsMemoryIsBoundedAndEnds() {
    for (int i = 0; i < 250_000; i++) {
      throttle.begin(
          attempt("name" + i, "10." + (i >> 16) + "." + (i >> 8 & 255) + "." + (i & 255)));
    }
    assertThat(throttle.remembered()).isLessThanOrEqualTo(200_000);
    now = now.plus(Duration.ofHours(1));
    throttle.begin(attempt("ann", "192.0.2.1"));
    assertThat(throttle.pause(attempt("name249999", "10.3.208.143"))).isEmpty();
  }
}
