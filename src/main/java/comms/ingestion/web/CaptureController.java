package comms.ingestion.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import comms.ingestion.Door;
import comms.ingestion.Reception;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The doors that the PostHog SDKs send events to. A 200 means that everything in the request is
 * kept, accepted or in quarantine. Request parameters are read from the query alone: asking the
 * servlet container for them would use up a body that is a form.
 */
@RestController
@Door
@BrowserAccess
@RequestMapping(
    path = {
      "/batch",
      "/batch/",
      "/capture",
      "/capture/",
      "/track",
      "/track/",
      "/engage",
      "/engage/",
      "/e",
      "/e/",
      "/i/v0/e",
      "/i/v0/e/"
    })
class CaptureController {

  private static final Map<String, String> OK = Map.of("status", "Ok");

  private final Body body;
  private final Reception reception;
  private final DoorMeters meters;
  private final Entrance entrance;
  private final KeyGlance keys;

  CaptureController(
      Body body, Reception reception, DoorMeters meters, Entrance entrance, KeyGlance keys) {
    this.body = body;
    this.reception = reception;
    this.meters = meters;
    this.entrance = entrance;
    this.keys = keys;
  }

  /** Takes a body; where there is none, an old client may have put the event into the address. */
  @PostMapping
  ResponseEntity<Map<String, String>> post(HttpServletRequest request) throws IOException {
    return hasBody(request)
        ? receive(request, request.getInputStream(), request.getContentLengthLong())
        : get(request);
  }

  /** The oldest clients send an event in the address, as {@code data}: a form like any other. */
  @GetMapping
  ResponseEntity<Map<String, String>> get(HttpServletRequest request) {
    byte[] query = Objects.requireNonNullElse(request.getQueryString(), "").getBytes(UTF_8);
    return receive(request, new ByteArrayInputStream(query), query.length);
  }

  private ResponseEntity<Map<String, String>> receive(
      HttpServletRequest request, InputStream in, long length) {
    return meters.timed(
        "capture",
        () ->
            entrance.request(
                in,
                length,
                arrived -> glance(request, body.text(arrived, length)),
                arrived -> {
                  Content content = body.text(arrived, length);
                  reception.receive(
                      content.json(),
                      Senders.source(request),
                      () -> content.key().get().or(() -> besideTheBody(request)));
                  return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(OK);
                }));
  }

  private KeyGlance.Seen glance(HttpServletRequest request, Content content) {
    return keys.of(content.json(), () -> content.key().get().or(() -> besideTheBody(request)));
  }

  private static boolean hasBody(HttpServletRequest request) {
    return request.getContentLengthLong() > 0
        || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
  }

  private static Optional<String> besideTheBody(HttpServletRequest request) {
    return UrlEncodedForm.keyIn(request.getQueryString()).or(() -> Senders.key(request));
  }
}
