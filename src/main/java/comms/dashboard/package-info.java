/**
 * What people see: the shell, the login, the dashboards and their cards, in English and Russian.
 */
@NullMarked
package comms.dashboard;

import org.jspecify.annotations.NullMarked;
