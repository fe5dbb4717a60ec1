package comms.ingestion.web;

import comms.ingestion.Source;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpHeaders;

/** What a request's headers say about its sender. */
final class Senders {

  private static final String SCHEME = "Bearer ";

  private Senders() {}

  static Source source(HttpServletRequest request) {
    return request.getHeader(HttpHeaders.ORIGIN) == null ? Source.BACKEND : Source.BROWSER;
  }

  /** The project key of an {@code Authorization: Bearer}. */
  static Optional<String> key(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
        .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
        .map(header -> header.substring(SCHEME.length()).strip())
        .filter(key -> !key.isEmpty());
  }
}
