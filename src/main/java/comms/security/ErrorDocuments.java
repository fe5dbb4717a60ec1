package comms.security;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers what no controller has answered, see {@link ErrorDocument}, and counts it by status. */
@Controller
class ErrorDocuments implements ErrorController {

  private final MeterRegistry meters;

  ErrorDocuments(MeterRegistry meters) {
    this.meters = meters;
  }

  @RequestMapping("/error")
  void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
    int status =
        request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
            ? code
            : HttpServletResponse.SC_NOT_FOUND;
    meters.counter("comms.requests.unanswered", "status", String.valueOf(status)).increment();
    ErrorDocument document = ErrorDocument.of(status, request);
    response.setStatus(status);
    response.setContentType(document.type().toString());
    response.setContentLength(document.content().length);
    response.getOutputStream().write(document.content());
  }
}
