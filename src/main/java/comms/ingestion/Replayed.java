package comms.ingestion;

import java.time.Instant;

/**
 * An event that leaves quarantine because it can be accepted now.
 *
 * @param id the quarantine's, under which it is not listed any more once it is stored
 * @param receivedAt when it went into quarantine
 * @param reason why it was there
 */
public record Replayed(String id, Instant receivedAt, QuarantineReason reason, Event event) {}
