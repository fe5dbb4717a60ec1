package comms.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;

/**
 * Answers what Spring Security's firewall does not let in: a method that HTTP does not know like
 * any other wrong one, everything else as a bad request.
 */
@Component
class RejectedRequests implements RequestRejectedHandler {

  private static final Set<String> METHODS =
      Set.of("DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT");

  private final Addresses addresses;

  RejectedRequests(Addresses addresses) {
    this.addresses = addresses;
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, RequestRejectedException rejected)
      throws IOException {
    Set<String> allowed =
        METHODS.contains(request.getMethod()) ? Set.of() : addresses.methods(request);
    if (allowed.isEmpty()) {
      response.sendError(HttpServletResponse.SC_BAD_REQUEST);
    } else {
      response.setHeader(HttpHeaders.ALLOW, String.join(", ", allowed));
      response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    }
  }
}
