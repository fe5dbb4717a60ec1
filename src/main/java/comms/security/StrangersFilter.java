package comms.security;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps whoever has not logged in away from Vaadin, which would make a session for each of them. A
 * page that is left over from a session may be told that this is over, the login page has its
 * files; whatever else Vaadin gives to anybody is refused.
 */
class StrangersFilter extends OncePerRequestFilter {

  private static final String KIND = "v-r";
  private static final Set<String> OF_A_PAGE_THAT_WAS = Set.of("uidl", "heartbeat");
  private static final Set<String> READING = Set.of("GET", "HEAD");

  private final SecurityContextHolderStrategy contexts;
  private final RequestMatcher vaadins =
      new OrRequestMatcher(
          VaadinSecurityConfigurer.getDefaultHttpSecurityPermitMatcher(),
          VaadinSecurityConfigurer.getDefaultWebSecurityIgnoreMatcher(),
          PathPatternRequestMatcher.pathPattern("/VAADIN/**"),
          PathPatternRequestMatcher.pathPattern("/HILLA/**"));

  StrangersFilter(SecurityContextHolderStrategy contexts) {
    this.contexts = contexts;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (isStranger() && isForReadersOnly(request)) {
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    } else {
      chain.doFilter(request, response);
    }
  }

  private boolean isForReadersOnly(HttpServletRequest request) {
    String kind = request.getParameter(KIND);
    return kind == null
        ? vaadins.matches(request) && !isFile(request)
        : !OF_A_PAGE_THAT_WAS.contains(kind);
  }

  /** Whether the path is that of a file which every page has, such as a style sheet. */
  private static boolean isFile(HttpServletRequest request) {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    return READING.contains(request.getMethod())
        && path.lastIndexOf('.') > path.lastIndexOf('/')
        && new ClassPathResource("META-INF/resources" + path).exists();
  }

  private boolean isStranger() {
    Authentication who = contexts.getContext().getAuthentication();
    return who == null || who instanceof AnonymousAuthenticationToken || !who.isAuthenticated();
  }
}
