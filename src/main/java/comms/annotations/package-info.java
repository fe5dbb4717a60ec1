/** What happened beside the figures and explains them: releases, outages, holidays. */
@NullMarked
package comms.annotations;

import org.jspecify.annotations.NullMarked;
