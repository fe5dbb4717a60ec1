package comms.sentry;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How Sentry has answered this node since its start.
 *
 * @param address where it is, without credentials
 * @param lastSuccess when it answered last
 * @param age how long ago that was
 * @param failures how many questions it did not answer
 * @param failing whether the last question is one of them
 * @param lastFailure the last that went wrong, mended or not; its message tells no secret
 */
public record SentryState(
    String address,
    Optional<Instant> lastSuccess,
    Optional<Duration> age,
    long failures,
    boolean failing,
    Optional<Failure> lastFailure) {

  /** A question that was not answered. */
  public record Failure(Instant at, String message) {}
}
