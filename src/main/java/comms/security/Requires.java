package comms.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a handler of the HTTP API shows or does; without it the handler is closed to everybody.
 * Where several are named, one of them opens the handler, which asks {@link Access} for the one
 * that the request turns out to need.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Requires {

  Permission[] value();
}
