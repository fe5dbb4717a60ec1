/** The SQL of the ten metrics, one class for each. */
@NullMarked
package comms.metrics.clickhouse;

import org.jspecify.annotations.NullMarked;
