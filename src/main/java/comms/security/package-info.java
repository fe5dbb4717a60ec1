/** Who may do what: logins and roles, API tokens, project keys, secrets, response headers. */
@NullMarked
package comms.security;

import org.jspecify.annotations.NullMarked;
