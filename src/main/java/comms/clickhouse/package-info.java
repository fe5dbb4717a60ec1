/** The store: its connections, its migrations, its health, and the engine that is embedded. */
@NullMarked
package comms.clickhouse;

import org.jspecify.annotations.NullMarked;
