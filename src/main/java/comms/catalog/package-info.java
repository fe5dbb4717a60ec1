/** The 18 events and the 10 metrics as code: names, properties, formulas, sources, targets. */
@NullMarked
package comms.catalog;

import org.jspecify.annotations.NullMarked;
