package comms.ingestion.web;

import comms.ingestion.Door;
import comms.ingestion.QuarantineReason;
import comms.ingestion.Reception;
import comms.ingestion.Reception.Kept;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The door for PostHog's capture v1, which names the project key in a header and wants an answer
 * for each event, by its {@code uuid}: {@code ok} for an accepted one, {@code drop} with the reason
 * for one that went to quarantine. Both are kept, so that neither is to be sent again; with {@code
 * drop} the SDK tells its application that the event counts nowhere yet. {@code retry} is never
 * said: what cannot be kept is refused as a whole, with a status after which the SDK sends it all
 * again.
 */
@RestController
@Door
@BrowserAccess
@RequestMapping(
    path = {
      "/i/v1/analytics/events",
      "/i/v1/analytics/events/",
      "/i/v1/general/events",
      "/i/v1/general/events/"
    })
class CaptureV1Controller {

  /** When the request was sent by the sender's clock; the body has no {@code sent_at}. */
  private static final String SENT_AT = "PostHog-Request-Timestamp";

  private static final Map<String, String> ACCEPTED = Map.of("result", "ok");

  private final Body body;
  private final Reception reception;
  private final DoorMeters meters;
  private final Entrance entrance;
  private final KeyGlance keys;

  CaptureV1Controller(
      Body body, Reception reception, DoorMeters meters, Entrance entrance, KeyGlance keys) {
    this.body = body;
    this.reception = reception;
    this.meters = meters;
    this.entrance = entrance;
    this.keys = keys;
  }

  @PostMapping
  ResponseEntity<Map<String, Object>> post(HttpServletRequest request) throws IOException {
    InputStream in = request.getInputStream();
    long length = request.getContentLengthLong();
    return meters.timed(
        "capture-v1",
        () -> {
          String key = reception.authenticate(Senders.key(request));
          return entrance.request(
              in,
              length,
              arrived -> keys.of(body.text(arrived, length).json(), () -> Optional.of(key)),
              arrived ->
                  ResponseEntity.ok()
                      .contentType(MediaType.APPLICATION_JSON)
                      .body(Map.of("results", results(receive(request, key, arrived, length)))));
        });
  }

  private List<Kept> receive(
      HttpServletRequest request, String key, InputStream arrived, long length) {
    return reception.receive(
        key,
        body.text(arrived, length).json(),
        Senders.source(request),
        Optional.ofNullable(request.getHeader(SENT_AT)));
  }

  /** An event without an id cannot be told about; that is kept like the others. */
  private static Map<String, Map<String, String>> results(List<Kept> events) {
    Map<String, Map<String, String>> results = new LinkedHashMap<>();
    for (Kept event : events) {
      if (!event.uuid().isEmpty()) {
        results.merge(
            event.uuid(), result(event), (first, second) -> first == ACCEPTED ? second : first);
      }
    }
    return results;
  }

  private static Map<String, String> result(Kept event) {
    return event
        .reason()
        .map(QuarantineReason::wireName)
        .map(
            reason ->
                Map.of(
                    "result",
                    "drop",
                    "details",
                    event.property().isEmpty()
                        ? "quarantined: " + reason
                        : "quarantined: " + reason + " (" + event.property() + ")"))
        .orElse(ACCEPTED);
  }
}
