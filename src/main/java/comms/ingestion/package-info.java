/** Takes events in: decode, authenticate, normalise, pseudonymise, validate, store, quarantine. */
@NullMarked
package comms.ingestion;

import org.jspecify.annotations.NullMarked;
