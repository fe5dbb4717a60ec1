/** What the connections of strangers may cost: who is too slow or one too many is cut off. */
@NullMarked
package comms.connections;

import org.jspecify.annotations.NullMarked;
