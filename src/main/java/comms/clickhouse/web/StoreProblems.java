package comms.clickhouse.web;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** A store that does not answer is a 503 with Retry-After; the log says why. */
@RestControllerAdvice
class StoreProblems {

  private static final Logger log = LoggerFactory.getLogger(StoreProblems.class);

  @ExceptionHandler
  ResponseEntity<ProblemDetail> on(DataAccessException e) {
    log.warn("The store did not answer a request", e);
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(
            HttpStatus.SERVICE_UNAVAILABLE, "The store does not answer; try again shortly");
    problem.setTitle("Store unavailable");
    return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
        .header(HttpHeaders.RETRY_AFTER, "5")
        .body(problem);
  }
}
