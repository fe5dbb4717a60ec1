/** A year of a plausible marketplace, to look at before the first real event. */
@NullMarked
package comms.demo;

import org.jspecify.annotations.NullMarked;
