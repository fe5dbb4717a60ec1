/** The HTTP API of the dispute desk. */
@NullMarked
package comms.disputes.web;

import org.jspecify.annotations.NullMarked;
