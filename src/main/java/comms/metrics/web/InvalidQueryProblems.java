package comms.metrics.web;

import comms.metrics.InvalidMetricQuery;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** A question that no metric can answer is a 400 that says why. */
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
    return problem;
  }
}
