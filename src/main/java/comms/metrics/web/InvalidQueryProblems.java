package comms.metrics.web;

import comms.metrics.Bounds;
import comms.metrics.InvalidMetricQuery;
import comms.metrics.TooBusy;
import comms.metrics.TooWide;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * A question that no metric can answer is a 400 that says why; one that comes while too much is
 * being asked is a 503.
 */
@RestControllerAdvice
class InvalidQueryProblems {

  @ExceptionHandler
  ProblemDetail on(InvalidMetricQuery e) {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, e.getMessage());
    problem.setTitle("Invalid metric query");
    if (!e.allowed().isEmpty()) {
      problem.setProperty("allowed", e.allowed());
    }
    if (e instanceof TooWide wide) {
      problem.setTitle("Answer too large");
      problem.setProperty("figures", wide.figures());
      problem.setProperty("most", Bounds.FIGURES);
    }
    return problem;
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> on(TooBusy e) {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(
            HttpStatus.SERVICE_UNAVAILABLE, String.valueOf(e.getMessage()));
    problem.setTitle("Too many wide questions");
    return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
        .header(HttpHeaders.RETRY_AFTER, "5")
        .body(problem);
  }
}
