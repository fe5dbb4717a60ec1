/** The dispute desk: every dispute with its age, its SLA bucket and what breaches next. */
@NullMarked
package comms.disputes;

import org.jspecify.annotations.NullMarked;
