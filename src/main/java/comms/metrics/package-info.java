/** The ten metrics as typed questions and answers, cached, and their HTTP API. */
@NullMarked
package comms.metrics;

import org.jspecify.annotations.NullMarked;
