package comms.ingestion;

import java.time.Instant;
import java.util.Optional;

/**
 * How events arrived.
 *
 * @param source the door; a backend's is refined to the browser's where its SDK says so
 * @param receivedAt when this system accepted them, in milliseconds
 * @param sentAt the sender's clock at sending
 */
record Delivery(Source source, Instant receivedAt, Optional<Instant> sentAt) {

  Delivery withSentAt(Optional<Instant> sentAt) {
    return new Delivery(source, receivedAt, sentAt);
  }
}
