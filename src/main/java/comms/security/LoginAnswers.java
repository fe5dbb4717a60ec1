package comms.security;

import com.vaadin.flow.spring.security.VaadinSavedRequestAwareAuthenticationSuccessHandler;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;

/** What a browser gets back from the login: the page that was asked for, or the form once more. */
class LoginAnswers implements AccessDeniedHandler {

  static final String PAGE = "/login";

  private final KnownDevices devices;
  private final SessionLimits limits;
  private final AccessDeniedHandler others = new AccessDeniedHandlerImpl();

  LoginAnswers(KnownDevices devices, SessionLimits limits) {
    this.devices = devices;
    this.limits = limits;
  }

  LoginDetails details(HttpServletRequest request) {
    return new LoginDetails(request.getRemoteAddr(), name -> devices.known(request, name));
  }

  /** Somebody has logged in: the session's time begins, and the device is known from now on. */
  void accepted(Authentication who, HttpServletRequest request, HttpServletResponse response) {
    limits.begin(request.getSession());
    devices.remember(request, response, who.getName());
  }

  /** Leads to where the reader was going, by its path only, whatever host was named. */
  VaadinSavedRequestAwareAuthenticationSuccessHandler whereItWasAskedFor() {
    VaadinSavedRequestAwareAuthenticationSuccessHandler handler =
        new VaadinSavedRequestAwareAuthenticationSuccessHandler();
    handler.setDefaultTargetUrl("/");
    handler.setRedirectStrategy(
        (request, response, url) -> redirect(response, local(request, url)));
    return handler;
  }

  static String local(HttpServletRequest request, String url) {
    try {
      URI uri = new URI(url);
      String path = uri.getRawPath();
      if (path == null || !path.startsWith("/") || path.startsWith("//")) {
        return request.getContextPath() + "/";
      }
      // The request cache marks the address, for itself.
      String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
      return path + query.replaceFirst("[?&]continue$", "");
    } catch (URISyntaxException e) {
      return request.getContextPath() + "/";
    }
  }

  void refused(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
      throws IOException {
    if (reason instanceof LoginPaused paused) {
      response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(paused.seconds()));
      redirect(response, request.getContextPath() + PAGE + "?pause=" + paused.seconds());
    } else {
      redirect(response, request.getContextPath() + PAGE + "?error");
    }
  }

  /** A form whose token is too old is shown anew; anything else without a token is refused. */
  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
      throws IOException, ServletException {
    boolean login = request.getRequestURI().equals(request.getContextPath() + PAGE);
    if (login && reason instanceof CsrfException) {
      redirect(response, request.getContextPath() + PAGE + "?expired");
    } else {
      others.handle(request, response, reason);
    }
  }

  private static void redirect(HttpServletResponse response, String address) {
    response.setStatus(HttpServletResponse.SC_FOUND);
    response.setHeader(HttpHeaders.LOCATION, address);
  }
}
