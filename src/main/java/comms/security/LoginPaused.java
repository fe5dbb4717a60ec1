package comms.security;

import java.io.Serial;
import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** An attempt to log in was not looked at; after the pause another one is. */
class LoginPaused extends AuthenticationException {

  @Serial private static final long serialVersionUID = 1L;

  private final Duration pause;

  LoginPaused(Duration pause) {
    super("paused");
    this.pause = pause;
  }

  /** Whole seconds, at least one. */
  long seconds() {
    return Math.max(1, pause.plusMillis(999).toSeconds());
  }
}
