/** What HTTP clients are told when the store is away. */
@NullMarked
package comms.clickhouse.web;

import org.jspecify.annotations.NullMarked;
