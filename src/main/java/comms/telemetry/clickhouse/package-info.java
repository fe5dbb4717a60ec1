/** The increases and the positions in ClickHouse. */
@NullMarked
package comms.telemetry.clickhouse;

import org.jspecify.annotations.NullMarked;
