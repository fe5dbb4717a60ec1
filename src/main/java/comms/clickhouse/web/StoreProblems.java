package comms.clickhouse.web;

import java.sql.SQLException;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * A store that does not answer is a 503 with Retry-After; a question that takes more of it than any
 * question may is a 400, since it will be no better later. The log says why.
 */
@RestControllerAdvice
class StoreProblems {

  private static final Logger log = LoggerFactory.getLogger(StoreProblems.class);

  /** ClickHouse's error codes about the limits of a reader's single question. */
  private static final Set<Integer> TOO_LARGE =
      Set.of(
          158, // TOO_MANY_ROWS
          161, // TOO_MANY_COLUMNS
          191, // SET_SIZE_LIMIT_EXCEEDED
          307, // TOO_MANY_BYTES
          396); // TOO_MANY_ROWS_OR_BYTES

  private static final int MEMORY_LIMIT_EXCEEDED = 241;

  private static final int TIMEOUT_EXCEEDED = 159;

  @ExceptionHandler
  ResponseEntity<ProblemDetail> on(DataAccessException e) {
    if (isTooLarge(e)) {
      log.info("A question asks too much of the store: {}", e.getMessage());
      ProblemDetail problem =
          ProblemDetail.forStatusAndDetail(
              HttpStatus.BAD_REQUEST,
              "The answer takes more of the store than any may; ask for a shorter period, a longer"
                  + " interval or less of it by filters");
      problem.setTitle("Question too large");
      return ResponseEntity.badRequest().body(problem);
    }
    log.warn("The store did not answer a request", e);
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(
            HttpStatus.SERVICE_UNAVAILABLE,
            code(e) == TIMEOUT_EXCEEDED
                ? "The store does not answer in time; try again shortly, or ask for a shorter period"
                : "The store does not answer; try again shortly");
    problem.setTitle("Store unavailable");
    return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
        .header(HttpHeaders.RETRY_AFTER, "5")
        .body(problem);
  }

  /** The memory of one question, or of all of them together, which passes. */
  private static boolean isTooLarge(DataAccessException e) {
    int code = code(e);
    boolean ofAll = String.valueOf(e.getMessage()).contains("(total)");
    return TOO_LARGE.contains(code) || (code == MEMORY_LIMIT_EXCEEDED && !ofAll);
  }

  private static int code(DataAccessException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return sql.getErrorCode();
      }
    }
    return 0;
  }
}
