/**
 * Communications analytics of a freelance marketplace; one package below for each business noun.
 */
@NullMarked
package comms;

import org.jspecify.annotations.NullMarked;
