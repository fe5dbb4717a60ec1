/**
 * Fuzzing of all doors: valid requests of every shape, of which one event at a time is made odd. It
 * knows the application only by its doors and its API.
 */
@NullMarked
package comms.fuzz;

import org.jspecify.annotations.NullMarked;
