package comms.ingestion.web;

import comms.ingestion.Door;
import comms.ingestion.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Answers refused requests with RFC 9457 problem documents. What cannot be taken now is 503 or 500
 * and never 429, because SDKs throw a batch away on any 4xx. It comes before the advice for all
 * controllers, which would look at a refusal's cause.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice(annotations = Door.class)
class DoorProblems {

  private static final Logger LOG = LoggerFactory.getLogger(DoorProblems.class);
  private static final String RETRY_SECONDS = "5";
  private static final Duration BETWEEN_REPORTS = Duration.ofSeconds(5);

  private final AtomicLong lastReport =
      new AtomicLong(System.nanoTime() - BETWEEN_REPORTS.multipliedBy(2).toNanos());

  @ExceptionHandler
  ResponseEntity<ProblemDetail> refused(Refusal refusal) {
    HttpHeaders headers = new HttpHeaders();
    if (refusal.passes()) {
      report(refusal);
      headers.set(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
    }
    return problem(refusal.kind().status(), refusal.kind().title(), refusal.sentence(), headers);
  }

  /** The firewall looks at a header only when somebody asks for it. */
  @ExceptionHandler
  ResponseEntity<ProblemDetail> rejected(RequestRejectedException rejected) {
    return problem(
        HttpServletResponse.SC_BAD_REQUEST,
        Refusal.Kind.UNREADABLE.title(),
        "A header of the request holds signs that are not allowed there.",
        new HttpHeaders());
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> failed(Exception fault) {
    LOG.error("A request to the door failed", fault);
    return problem(
        HttpServletResponse.SC_INTERNAL_SERVER_ERROR,
        "The request failed",
        "Something is wrong here, not with the request; please send it again.",
        new HttpHeaders());
  }

  /** A full disk refuses every request; one line in a while tells it as well as all. */
  private void report(Refusal refusal) {
    long now = System.nanoTime();
    long last = lastReport.get();
    if (now - last > BETWEEN_REPORTS.toNanos() && lastReport.compareAndSet(last, now)) {
      LOG.warn(
          "A request was answered with 503: {}",
          refusal.getCause() == null ? refusal.sentence() : String.valueOf(refusal.getCause()));
    }
  }

  private static ResponseEntity<ProblemDetail> problem(
      int status, String title, String detail, HttpHeaders headers) {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(HttpStatusCode.valueOf(status), detail);
    problem.setTitle(title);
    return ResponseEntity.status(status)
        .headers(headers)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }
}
