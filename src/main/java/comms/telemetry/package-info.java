/** Imports what Prometheus servers have scraped: increases of histograms and summaries. */
@NullMarked
package comms.telemetry;

import org.jspecify.annotations.NullMarked;
