package comms.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers for addresses that are none with 404, before a login, a session or a token matters. Who
 * has a session and opens such an address in a browser is left to the pages, which have one for it.
 */
@Configuration(proxyBeanMethods = false)
class NothingHere {

  private final Addresses addresses;

  NothingHere(Addresses addresses) {
    this.addresses = addresses;
  }

  @Bean
  @Order(-1)
  SecurityFilterChain noAddress(HttpSecurity http) throws Exception {
    return http.securityMatcher(this::isNone)
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .addFilterBefore(new NotFound(), AuthorizationFilter.class)
        .build();
  }

  private boolean isNone(HttpServletRequest request) {
    return request.getDispatcherType() == DispatcherType.REQUEST
        && !addresses.include(request)
        && !(ErrorDocument.isPageFor(request) && request.isRequestedSessionIdValid());
  }

  private static final class NotFound extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws IOException {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }
}
