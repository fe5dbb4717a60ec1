/**
 * The dispute desk: every dispute with its age, its SLA bucket and what breaches next; how fast
 * they were resolved, what lay before them, and what the NPS after them says.
 */
@NullMarked
package comms.disputes;

import org.jspecify.annotations.NullMarked;
