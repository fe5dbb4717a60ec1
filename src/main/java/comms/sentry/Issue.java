package comms.sentry;

import java.time.Instant;

/**
 * An issue in Sentry.
 *
 * @param count how often it was seen
 * @param permalink where it is shown
 */
public record Issue(
    String title, Instant firstSeen, Instant lastSeen, long count, String permalink) {}
