/** The state of the pipeline over HTTP. */
@NullMarked
package comms.pipeline.web;

import org.jspecify.annotations.NullMarked;
