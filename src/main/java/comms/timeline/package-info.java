/** The life of a contract, a thread, a dispute or a notification: all its events in order. */
@NullMarked
package comms.timeline;

import org.jspecify.annotations.NullMarked;
