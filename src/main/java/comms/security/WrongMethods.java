package comms.security;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/**
 * Answers a method that an address does not take like everything that no controller answers: with a
 * problem document, counted and not logged, since anybody may send as many as they like.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
@ControllerAdvice
class WrongMethods {

  @ExceptionHandler
  void refuse(HttpRequestMethodNotSupportedException wrong, HttpServletResponse response)
      throws IOException {
    String[] allowed = wrong.getSupportedMethods();
    if (allowed != null) {
      response.setHeader(HttpHeaders.ALLOW, String.join(", ", allowed));
    }
    response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
  }
}
