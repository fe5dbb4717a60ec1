package comms.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Knows the holder of a bearer token, for this one request. A token that is wrong is refused here,
 * even where a session would do.
 */
class BearerTokenFilter extends OncePerRequestFilter {

  /** Of every token, whatever its scopes. */
  static final String AUTHORITY = "API";

  private static final String SCHEME = "Bearer ";

  private final ApiTokens tokens;
  private final Problem problem;
  private final SecurityContextHolderStrategy contexts;

  /**
   * @param contexts where the rest of this application looks for who asks
   */
  BearerTokenFilter(ApiTokens tokens, Problem problem, SecurityContextHolderStrategy contexts) {
    this.tokens = tokens;
    this.problem = problem;
    this.contexts = contexts;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (header == null) {
      chain.doFilter(request, response);
      return;
    }
    Optional<ApiTokens.Holder> holder =
        header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
            ? tokens.holderOf(header.substring(SCHEME.length()).strip())
            : Optional.empty();
    if (holder.isEmpty()) {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
      problem.write(response, HttpStatus.UNAUTHORIZED, "The bearer token is not known here.");
      return;
    }
    SecurityContext context = contexts.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(
            holder.get().name(), null, authorities(holder.get())));
    contexts.setContext(context);
    try {
      chain.doFilter(request, response);
    } finally {
      contexts.clearContext();
    }
  }

  private static List<GrantedAuthority> authorities(ApiTokens.Holder holder) {
    return AuthorityUtils.createAuthorityList(
        Stream.concat(Stream.of(AUTHORITY), holder.scopes().stream().map(Scope::authority))
            .toList());
  }
}
