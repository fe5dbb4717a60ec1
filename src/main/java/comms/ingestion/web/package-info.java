/** The HTTP doors: what SDKs, importers and browsers send, and the answers that they understand. */
@NullMarked
package comms.ingestion.web;

import org.jspecify.annotations.NullMarked;
