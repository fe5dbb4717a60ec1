/** The addresses that providers post to. */
@NullMarked
package comms.webhooks.web;

import org.jspecify.annotations.NullMarked;
