package comms.ingestion;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Corrects what a sender's clock says by what it said when the request left. */
final class SenderClock {

  static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  static final Duration FUTURE = Duration.ofMinutes(5);

  private SenderClock() {}

  /** The time in this system's clock, empty before the year 2000. */
  static Optional<Instant> correct(Instant sent, Delivery delivery) {
    Instant received = delivery.receivedAt();
    Instant time =
        delivery.sentAt().map(at -> sent.plus(Duration.between(at, received))).orElse(sent);
    if (time.isAfter(received.plus(FUTURE))) {
      return Optional.of(received);
    }
    return time.isBefore(EARLIEST) ? Optional.empty() : Optional.of(time);
  }
}
