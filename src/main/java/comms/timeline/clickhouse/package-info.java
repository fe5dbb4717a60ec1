/** Selects timelines from the sorted copies of the events. */
@NullMarked
package comms.timeline.clickhouse;

import org.jspecify.annotations.NullMarked;
