package comms.timeline;

import java.time.Instant;
import java.util.Map;

/**
 * One event of a timeline.
 *
 * @param at when it happened, after clock correction
 * @param actor the pseudonym of who did it, or empty
 * @param properties what the event says, by name: text, Boolean, Long or Double
 */
public record TimelineEntry(
    Instant at,
    String event,
    String eventId,
    Instant receivedAt,
    String source,
    String actor,
    Map<String, Object> properties) {}
