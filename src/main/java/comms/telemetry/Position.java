package comms.telemetry;

import java.time.Instant;
import java.util.Map;

/**
 * How far a server is imported.
 *
 * @param importedTo the end of the last minute that is stored
 * @param last the last sample of every counter before that
 */
public record Position(Instant importedTo, Map<Counter, Sample> last) {}
