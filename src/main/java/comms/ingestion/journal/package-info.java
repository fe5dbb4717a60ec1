/** The durable journal: what a door has acknowledged, on disk until the store has it. */
@NullMarked
package comms.ingestion.journal;

import org.jspecify.annotations.NullMarked;
