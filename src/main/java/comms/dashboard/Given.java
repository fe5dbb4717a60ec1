package comms.dashboard;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An answer to a card's question.
 *
 * @param keptFrom when it was given, if the store gives no newer one; null where it is new
 */
record Given<T>(T answer, @Nullable Instant keptFrom) {}
