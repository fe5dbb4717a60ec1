/** Makes the demo data inside ClickHouse and takes it out again. */
@NullMarked
package comms.demo.clickhouse;

import org.jspecify.annotations.NullMarked;
