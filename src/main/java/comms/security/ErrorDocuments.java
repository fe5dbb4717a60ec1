package comms.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.boot.autoconfigure.web.ErrorProperties;
import org.springframework.boot.webmvc.autoconfigure.error.BasicErrorController;
import org.springframework.boot.webmvc.error.ErrorAttributes;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;

/**
 * Answers what no controller has answered: a page for who asks for HTML, else an RFC 9457 problem
 * document. Neither says more than the status, whatever went wrong.
 */
@Controller
class ErrorDocuments extends BasicErrorController {

  ErrorDocuments(ErrorAttributes attributes) {
    super(attributes, new ErrorProperties());
  }

  @Override
  public ResponseEntity<Map<String, Object>> error(HttpServletRequest request) {
    HttpStatus status = getStatus(request);
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(Map.of("title", status.getReasonPhrase(), "status", status.value()));
  }
}
