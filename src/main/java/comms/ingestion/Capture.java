package comms.ingestion;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A decoded request.
 *
 * @param tokens the different project keys that it names; one is right
 * @param sentAt the sender's clock at sending, empty where it was not said or cannot be read
 */
record Capture(Set<String> tokens, Optional<Instant> sentAt, List<RawEvent> events) {}
