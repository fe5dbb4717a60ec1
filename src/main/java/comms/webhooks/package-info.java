/** Turns what providers report about notifications into events: their webhooks, verified. */
@NullMarked
package comms.webhooks;

import org.jspecify.annotations.NullMarked;
