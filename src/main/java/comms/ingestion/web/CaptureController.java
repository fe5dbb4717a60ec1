package comms.ingestion.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import comms.ingestion.Door;
import comms.ingestion.Reception;
import comms.ingestion.Source;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
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

  @PostMapping
  ResponseEntity<Map<String, String>> post(HttpServletRequest request) throws IOException {
    return receive(request, request.getInputStream(), request.getContentLengthLong());
  }

  /** The oldest clients send an event in the address, as {@code data}. */
  @GetMapping
  ResponseEntity<Map<String, String>> get(HttpServletRequest request) {
    byte[] data = parameter(request, "data=").orElse("").getBytes(UTF_8);
    return receive(request, new ByteArrayInputStream(data), data.length);
  }

  private ResponseEntity<Map<String, String>> receive(
      HttpServletRequest request, InputStream in, long length) {
    boolean lzString = parameter(request, "compression=lz64").isPresent();
    return meters.timed(
        "capture",
        () ->
            entrance.request(
                in,
                length,
                arrived -> keys.of(body.text(arrived, length, lzString)),
                arrived -> {
                  reception.receive(body.text(arrived, length, lzString), source(request));
                  return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(OK);
                }));
  }

  private static Source source(HttpServletRequest request) {
    return request.getHeader(HttpHeaders.ORIGIN) == null ? Source.BACKEND : Source.BROWSER;
  }

  /** The first parameter of the query that starts so, name and value as sent. */
  private static Optional<String> parameter(HttpServletRequest request, String start) {
    String query = Objects.requireNonNullElse(request.getQueryString(), "");
    return Arrays.stream(query.split("&", -1)).filter(p -> p.startsWith(start)).findFirst();
  }
}
