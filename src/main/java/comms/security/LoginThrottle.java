package comms.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The pauses after passwords that were wrong: they grow with the failures under one name and from
 * one address, up to a length that a person can wait. Nobody is locked out: after the pause the
 * right password works, and a device on which somebody has logged in before has a count of its own
 * for that name, which no stranger can drive up.
 *
 * <p>Names that exist and names that do not are counted alike. An attempt counts as a failure from
 * its beginning on, so that many at once gain nothing; one that is refused for a pause counts
 * nothing, so that only passwords that were compared take room here.
 */
class LoginThrottle {

  static final Duration LONGEST = Duration.ofSeconds(30);

  private static final int FREE_OF_NAME = 4;
  private static final int FREE_OF_ADDRESS = 15;

  /** So many names and so many addresses are remembered, each so long. */
  private static final int MOST = 100_000;

  private static final Duration MEMORY = Duration.ofMinutes(30);

  private final Clock clock;
  private final Cache<String, Failures> names;
  private final Cache<String, Failures> devices;
  private final Cache<String, Failures> addresses;

  LoginThrottle(Clock clock) {
    this.clock = clock;
    this.names = memory();
    this.devices = memory();
    this.addresses = memory();
  }

  private Cache<String, Failures> memory() {
    Ticker ticker = () -> TimeUnit.MILLISECONDS.toNanos(clock.millis());
    return Caffeine.newBuilder()
        .maximumSize(MOST)
        .expireAfterWrite(MEMORY)
        .ticker(ticker)
        .executor(Runnable::run)
        .build();
  }

  /**
   * How often it went wrong.
   *
   * @param until when the next attempt may be made
   */
  private record Failures(int count, Instant until) {

    Failures and(Instant now, int free) {
      int more = count + 1;
      int doubled = Math.min(more - free, 10);
      Duration pause =
          doubled < 0 ? Duration.ZERO : shorter(Duration.ofSeconds(1L << doubled), LONGEST);
      return new Failures(more, now.plus(pause));
    }

    private static Duration shorter(Duration one, Duration other) {
      return one.compareTo(other) < 0 ? one : other;
    }
  }

  /**
   * Lets an attempt begin, or tells how long to wait.
   *
   * @return empty when it may begin; then {@link #succeeded} is told if the password was right
   */
  Optional<Duration> begin(LoginAttempt attempt) {
    return attempt.device().isPresent()
        ? count(devices, attempt.device().get(), FREE_OF_NAME)
        : begin(attempt.address(), attempt.name());
  }

  /** Whoever has to wait for the one leaves no mark on the other. */
  private Optional<Duration> begin(String address, String name) {
    Optional<Duration> pause =
        pause(names, name).or(() -> count(addresses, address, FREE_OF_ADDRESS));
    return pause.isPresent() ? pause : count(names, name, FREE_OF_NAME);
  }

  /** How long that attempt would have to wait; looking counts nothing. */
  Optional<Duration> pause(LoginAttempt attempt) {
    return attempt.device().isPresent()
        ? pause(devices, attempt.device().get())
        : pause(names, attempt.name()).or(() -> pause(addresses, attempt.address()));
  }

  /** Forgets the failures under that name; those from the address are somebody else's perhaps. */
  void succeeded(LoginAttempt attempt) {
    if (attempt.device().isPresent()) {
      devices.invalidate(attempt.device().get());
      return;
    }
    names.invalidate(attempt.name());
    addresses
        .asMap()
        .computeIfPresent(
            attempt.address(),
            (_, failures) ->
                failures.count() <= 1 ? null : new Failures(failures.count() - 1, clock.instant()));
  }

  private Optional<Duration> pause(Cache<String, Failures> of, String key) {
    Failures failures = of.getIfPresent(key);
    Instant now = clock.instant();
    return failures != null && now.isBefore(failures.until())
        ? Optional.of(Duration.between(now, failures.until()))
        : Optional.empty();
  }

  private Optional<Duration> count(Cache<String, Failures> of, String key, int free) {
    Instant now = clock.instant();
    List<Duration> pause = new ArrayList<>();
    of.asMap()
        .compute(
            key,
            (_, failures) -> {
              if (failures == null) {
                return new Failures(0, now).and(now, free);
              }
              if (now.isBefore(failures.until())) {
                pause.add(Duration.between(now, failures.until()));
                return failures;
              }
              return failures.and(now, free);
            });
    return pause.stream().findFirst();
  }

  /** How many names, devices and addresses are remembered. */
  long remembered() {
    return names.estimatedSize() + devices.estimatedSize() + addresses.estimatedSize();
  }
}
