/** The targets of the metrics through time: the specification's, and what admins have set since. */
@NullMarked
package comms.targets;

import org.jspecify.annotations.NullMarked;
