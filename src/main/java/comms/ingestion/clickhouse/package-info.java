/** Stores events in ClickHouse once, and keeps everything that is worked out from them exact. */
@NullMarked
package comms.ingestion.clickhouse;

import org.jspecify.annotations.NullMarked;
