package comms.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends the sessions of logins that have lasted long enough, or whose reader has given no sign for a
 * while. A page that refreshes itself, such as a wall, is a sign; that a tab is open is none: its
 * heartbeat and its push connection say nothing about a reader.
 */
@Component
@Order(SessionLimits.BEFORE_SECURITY)
class SessionLimits extends OncePerRequestFilter {

  /** Before Spring Security, which would still know whose session it was. */
  static final int BEFORE_SECURITY = SecurityFilterProperties.DEFAULT_FILTER_ORDER - 10;

  private static final String BEGUN = SessionLimits.class.getName() + ".begun";
  private static final String ACTIVE = SessionLimits.class.getName() + ".active";

  private final SecuritySettings.Session limits;
  private final Clock clock;

  SessionLimits(SecuritySettings settings, Clock clock) {
    this.limits = settings.session();
    this.clock = clock;
  }

  /** Somebody has logged in. */
  void begin(HttpSession session) {
    session.setAttribute(BEGUN, clock.instant());
    session.setAttribute(ACTIVE, clock.instant());
    session.setMaxInactiveInterval(Math.toIntExact(limits.idle().toSeconds()));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    HttpSession session = request.getSession(false);
    if (session != null
        && session.getAttribute(BEGUN) instanceof Instant begun
        && session.getAttribute(ACTIVE) instanceof Instant active) {
      Instant now = clock.instant();
      if (now.isAfter(begun.plus(limits.absolute())) || now.isAfter(active.plus(limits.idle()))) {
        session.invalidate();
      } else if (saysSomething(request)) {
        session.setAttribute(ACTIVE, now);
      }
    }
    chain.doFilter(request, response);
  }

  private static boolean saysSomething(HttpServletRequest request) {
    String query = request.getQueryString();
    return query == null || !(query.contains("v-r=heartbeat") || query.contains("v-r=push"));
  }
}
