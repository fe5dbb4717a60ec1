package comms.security;

import static com.vaadin.flow.spring.security.VaadinSecurityConfigurer.vaadin;

import com.vaadin.flow.spring.security.RequestUtil;
import com.vaadin.flow.spring.security.VaadinSavedRequestAwareAuthenticationSuccessHandler;
import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
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
    "/api/v1/import", "/api/v1/import/", "/webhooks/**", "/i/v1/**"
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

  /** Cards go full screen and copy their address; a page of ours needs nothing else. */
  private static final String PERMISSIONS_POLICY =
      "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(),"
          + " magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=(),"
          + " fullscreen=(self), clipboard-write=(self)";

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
   * Tokens do here what their scopes say; what a handler shows, {@link RequiredPermissions} holds
   * against them. Who is logged in may read, which is what the links to CSV files on the pages
   * need; without writing there is nothing to forge, hence no CSRF token.
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
                    .requestMatchers("/actuator/prometheus")
                    .access(permitted(Permission.METERS))
                    .requestMatchers("/v3/api-docs/**", "/v3/api-docs.yaml")
                    .access(permitted(Permission.API_DESCRIPTION))
                    .requestMatchers(HttpMethod.GET, "/api/v1/**")
                    .authenticated()
                    .requestMatchers(HttpMethod.HEAD, "/api/v1/**")
                    .authenticated()
                    .requestMatchers(HttpMethod.OPTIONS, "/api/v1/**")
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

  private static AuthorizationManager<RequestAuthorizationContext> permitted(
      Permission permission) {
    return (who, _) -> new AuthorizationDecision(Access.may(who.get(), permission));
  }

  /**
   * Before other interceptors, which say more about a request; the import, which lies among them,
   * is a door.
   */
  @Bean
  WebMvcConfigurer requiredPermissions(Access access) {
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry
            .addInterceptor(new RequiredPermissions(access))
            .addPathPatterns("/api/**")
            .excludePathPatterns(DOORS)
            .order(Ordered.HIGHEST_PRECEDENCE);
      }
    };
  }

  /**
   * The login has its CSRF token like every form; Vaadin's own requests, which carry another one,
   * are excepted, as Vaadin does.
   */
  @Bean
  @Order(3)
  SecurityFilterChain pages(
      HttpSecurity http,
      SecurityContextHolderStrategy contexts,
      RequestUtil vaadin,
      UserDetailsService accounts,
      Passwords passwords,
      LoginThrottle throttle,
      KnownDevices devices,
      SessionLimits limits)
      throws Exception {
    LoginAnswers answers = new LoginAnswers(devices, limits);
    http.setSharedObject(
        VaadinSavedRequestAwareAuthenticationSuccessHandler.class, answers.whereItWasAskedFor());
    return http.with(new Strangers(contexts), Customizer.withDefaults())
        .with(vaadin(), pages -> pages.loginView(LoginAnswers.PAGE).enableCsrfConfiguration(false))
        .csrf(csrf -> csrf.ignoringRequestMatchers(vaadin::isFrameworkInternalRequest))
        .authenticationManager(new ProviderManager(new LoginCheck(accounts, passwords, throttle)))
        .formLogin(
            login ->
                login
                    .loginPage(LoginAnswers.PAGE)
                    .authenticationDetailsSource(answers::details)
                    .failureHandler(answers::refused))
        .sessionManagement(session -> session.addSessionAuthenticationStrategy(answers::accepted))
        .exceptionHandling(refusals -> refusals.accessDeniedHandler(answers))
        .headers(SecurityConfiguration::headers)
        .build();
  }

  private static void headers(HeadersConfigurer<HttpSecurity> headers) {
    headers.withObjectPostProcessor(new EagerHeaders());
    headers
        .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
        .permissionsPolicyHeader(policy -> policy.policy(PERMISSIONS_POLICY))
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
