package comms.security;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

/**
 * Compares name and password. What comes back, and when, is the same for a name that nobody has and
 * for a wrong password.
 */
class LoginCheck implements AuthenticationProvider {

  private final UserDetailsService accounts;
  private final Passwords passwords;
  private final LoginThrottle throttle;

  /** Devices that are known do not wait behind strangers. */
  private final LoginWork strangers = new LoginWork();

  private final LoginWork acquainted = new LoginWork();

  LoginCheck(UserDetailsService accounts, Passwords passwords, LoginThrottle throttle) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.throttle = throttle;
  }

  @Override
  public Authentication authenticate(Authentication authentication) {
    String name = authentication.getName();
    String password = String.valueOf(authentication.getCredentials());
    LoginAttempt attempt =
        authentication.getDetails() instanceof LoginDetails details
            ? details.attempt(name)
            : LoginAttempt.of(name, "", Optional.empty());
    // Looked at before the turn as well, or those that have to pause would fill the queue.
    refuse(throttle.pause(attempt));
    LoginWork work = attempt.device().isPresent() ? acquainted : strangers;
    UserDetails account = work.inTurn(() -> check(attempt, name, password));
    if (account == null) {
      throw new BadCredentialsException("name or password");
    }
    throttle.succeeded(attempt);
    UsernamePasswordAuthenticationToken known =
        UsernamePasswordAuthenticationToken.authenticated(account, null, account.getAuthorities());
    known.setDetails(authentication.getDetails());
    return known;
  }

  private @Nullable UserDetails check(LoginAttempt attempt, String name, String password) {
    refuse(throttle.begin(attempt));
    UserDetails account = find(name);
    return passwords.matches(password, account == null ? null : account.getPassword())
        ? account
        : null;
  }

  private static void refuse(Optional<Duration> pause) {
    if (pause.isPresent()) {
      throw new LoginPaused(pause.get());
    }
  }

  private @Nullable UserDetails find(String name) {
    try {
      return accounts.loadUserByUsername(name);
    } catch (UsernameNotFoundException e) {
      return null;
    }
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }
}
