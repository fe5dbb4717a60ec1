/** Selects disputes as they stand now. */
@NullMarked
package comms.disputes.clickhouse;

import org.jspecify.annotations.NullMarked;
