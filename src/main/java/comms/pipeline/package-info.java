/** How everything on the way in does: what became of the events, the journal, the sources. */
@NullMarked
package comms.pipeline;

import org.jspecify.annotations.NullMarked;
