/**
 * The independent judge: a slow and plain reading of the specification, random traffic, and the
 * comparison of both with what the running application answers over HTTP.
 */
@NullMarked
package comms.model;

import org.jspecify.annotations.NullMarked;
