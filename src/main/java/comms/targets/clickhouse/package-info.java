/** Keeps the changes of targets in ClickHouse. */
@NullMarked
package comms.targets.clickhouse;

import org.jspecify.annotations.NullMarked;
