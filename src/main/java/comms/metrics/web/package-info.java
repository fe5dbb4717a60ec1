/** The HTTP API of the metrics: JSON, CSV and problem documents. */
@NullMarked
package comms.metrics.web;

import org.jspecify.annotations.NullMarked;
