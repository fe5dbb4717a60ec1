package comms.security;

import com.vaadin.flow.spring.security.VaadinDefaultRequestCache;
import org.springframework.context.ApplicationContext;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.savedrequest.CookieRequestCache;

/**
 * Nothing is kept for people who have not logged in: the token of the login form and the page that
 * they were going to lie in cookies, and Vaadin, which would make a session, is not for them.
 */
class Strangers extends AbstractHttpConfigurer<Strangers, HttpSecurity> {

  private static final String LAX = "Lax";

  private final SecurityContextHolderStrategy contexts;

  /**
   * @param contexts where the rest of this application looks for who asks
   */
  Strangers(SecurityContextHolderStrategy contexts) {
    this.contexts = contexts;
  }

  @Override
  public void init(HttpSecurity http) {
    http.authorizeHttpRequests(requests -> requests.requestMatchers("/login").permitAll());
    CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
    tokens.setCookieCustomizer(cookie -> cookie.sameSite(LAX));
    http.csrf(csrf -> csrf.csrfTokenRepository(tokens));
    CookieRequestCache requests = new CookieRequestCache();
    requests.setCookieCustomizer(cookie -> cookie.setAttribute("SameSite", LAX));
    http.getSharedObject(ApplicationContext.class)
        .getBean(VaadinDefaultRequestCache.class)
        .setDelegateRequestCache(requests);
  }

  @Override
  public void configure(HttpSecurity http) {
    http.addFilterBefore(new StrangersFilter(contexts), AuthorizationFilter.class);
  }
}
