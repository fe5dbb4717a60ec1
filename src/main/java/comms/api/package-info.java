/** What all addresses of the HTTP API share: strict parameters, times, and places in lists. */
@NullMarked
package comms.api;

import org.jspecify.annotations.NullMarked;
