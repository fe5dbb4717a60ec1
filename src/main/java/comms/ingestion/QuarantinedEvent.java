package comms.ingestion;

import java.time.Instant;

/**
 * An event that could not be accepted, as it is kept.
 *
 * @param id a random id, the same when a write is repeated
 * @param request the id of the request that it came with
 * @param event the name as sent, or empty
 * @param reason why
 * @param property the property at fault, or empty
 * @param content the event as JSON, pseudonymised, without properties outside the catalog: {@code
 *     event, timestamp (as sent), sent_at, distinct_id, source, properties}
 * @param disputeId the dispute whose contract is awaited when the reason is {@link
 *     QuarantineReason#MISSING_SCOPE}, else empty
 */
public record QuarantinedEvent(
    String id,
    String request,
    Instant receivedAt,
    String event,
    QuarantineReason reason,
    String property,
    String content,
    String disputeId) {}
