package comms.security;

import static com.vaadin.flow.spring.security.VaadinSecurityConfigurer.vaadin;

import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who may come in where, from the most specific to the rest: the doors, which know their senders by
 * project keys or signatures; the API and the application's own metrics, by tokens; the pages, by
 * login.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityConfiguration {

  /** Each also with a slash at its end, which is how some SDKs write it. */
  private static final String[] DOORS = {
    "/batch", "/batch/", "/capture", "/capture/", "/track", "/track/", "/engage", "/engage/",
    "/e", "/e/", "/i/v0/e", "/i/v0/e/", "/flags/**", "/decide", "/decide/", "/array/**",
    "/api/v1/import", "/api/v1/import/", "/webhooks/**"
  };

  private static final String[] API = {
    "/api/**", "/v3/api-docs/**", "/v3/api-docs.yaml", "/actuator/**"
  };

  /**
   * Vaadin starts its pages with inline scripts and evaluates what the server tells a component to
   * do, so both must be allowed; nothing may come from elsewhere.
   */
  private static final String CONTENT_POLICY =
      "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval';"
          + " style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:;"
          + " object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

  /**
   * What the container answers itself, such as a request that broke off, comes by here after it was
   * refused. It must not be sent to the login: an SDK that follows takes its batch for delivered.
   */
  @Bean
  @Order(0)
  SecurityFilterChain errors(HttpSecurity http) throws Exception {
    return http.securityMatcher(request -> request.getDispatcherType() == DispatcherType.ERROR)
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .headers(SecurityConfiguration::headers)
        .build();
  }

  @Bean
  @Order(1)
  SecurityFilterChain doors(HttpSecurity http) throws Exception {
    return http.securityMatcher(DOORS)
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .build();
  }

  /**
   * Tokens may do everything here. Who is logged in may read, which is what the links to CSV files
   * on the pages need; without writing there is nothing to forge, hence no CSRF token.
   */
  @Bean
  @Order(2)
  SecurityFilterChain api(
      HttpSecurity http, ApiTokens tokens, JsonMapper json, SecurityContextHolderStrategy contexts)
      throws Exception {
    Problem problem = new Problem(json);
    return http.securityMatcher(API)
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
        .addFilterBefore(
            new BearerTokenFilter(tokens, problem, contexts), AuthorizationFilter.class)
        .authorizeHttpRequests(
            requests ->
                requests
                    .dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                    .permitAll()
                    .requestMatchers("/actuator/health/**")
                    .permitAll()
                    .requestMatchers("/actuator/prometheus", "/v3/api-docs/**", "/v3/api-docs.yaml")
                    .hasAuthority(BearerTokenFilter.AUTHORITY)
                    .requestMatchers(HttpMethod.GET, "/api/v1/**")
                    .authenticated()
                    .requestMatchers("/api/v1/**")
                    .hasAuthority(BearerTokenFilter.AUTHORITY)
                    .anyRequest()
                    .denyAll())
        .exceptionHandling(
            refusals ->
                refusals
                    .authenticationEntryPoint(
                        (_, response, _) -> {
                          response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
                          problem.write(
                              response, HttpStatus.UNAUTHORIZED, "This needs a bearer token.");
                        })
                    .accessDeniedHandler(
                        (_, response, _) ->
                            problem.write(
                                response,
                                HttpStatus.FORBIDDEN,
                                "A login or a token does not reach this.")))
        .headers(SecurityConfiguration::headers)
        .build();
  }

  @Bean
  @Order(3)
  SecurityFilterChain pages(HttpSecurity http, SecurityContextHolderStrategy contexts)
      throws Exception {
    SimpleUrlAuthenticationFailureHandler failed =
        new SimpleUrlAuthenticationFailureHandler("/login?error");
    failed.setAllowSessionCreation(false);
    return http.with(new Strangers(contexts), Customizer.withDefaults())
        .formLogin(login -> login.loginPage("/login").failureHandler(failed))
        .with(vaadin(), pages -> pages.loginView("/login"))
        .headers(SecurityConfiguration::headers)
        .build();
  }

  private static void headers(HeadersConfigurer<HttpSecurity> headers) {
    headers.withObjectPostProcessor(new EagerHeaders());
    headers
        .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
        .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny);
  }

  /** Vaadin's pages are forwarded to, and a forwarded response is closed to later headers. */
  private static class EagerHeaders implements ObjectPostProcessor<HeaderWriterFilter> {

    @Override
    public <O extends HeaderWriterFilter> O postProcess(O filter) {
      filter.setShouldWriteHeadersEagerly(true);
      return filter;
    }
  }
}
