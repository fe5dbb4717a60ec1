/** Keeps annotations in ClickHouse. */
@NullMarked
package comms.annotations.clickhouse;

import org.jspecify.annotations.NullMarked;
