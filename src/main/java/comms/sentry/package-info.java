/** The way to Sentry, where the application's own errors are. */
@NullMarked
package comms.sentry;

import org.jspecify.annotations.NullMarked;
