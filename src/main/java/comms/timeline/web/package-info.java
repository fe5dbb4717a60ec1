/** The HTTP API of the timelines. */
@NullMarked
package comms.timeline.web;

import org.jspecify.annotations.NullMarked;
