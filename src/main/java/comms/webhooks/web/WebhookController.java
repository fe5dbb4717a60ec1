package comms.webhooks.web;

import comms.ingestion.Door;
import comms.ingestion.Doorway;
import comms.ingestion.Refusal;
import comms.webhooks.Post;
import comms.webhooks.Provider;
import comms.webhooks.WebhookReception;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The doors for what providers report. A 200 means that everything in the request is kept, accepted
 * or in quarantine, or is nothing to keep; a 503 that the provider should try again.
 */
@RestController
@Door
class WebhookController {

  private static final Map<String, String> OK = Map.of("status", "Ok");

  /** Twice what the most talkative provider posts at once. */
  private static final DataSize MOST = DataSize.ofMegabytes(2);

  private final Doorway doorway;
  private final WebhookReception reception;

  WebhookController(Doorway doorway, WebhookReception reception) {
    this.doorway = doorway;
    this.reception = reception;
  }

  @PostMapping({"/webhooks/{name}", "/webhooks/{name}/"})
  ResponseEntity<Map<String, String>> post(@PathVariable String name, HttpServletRequest request)
      throws IOException {
    Provider provider =
        Provider.named(name)
            .orElseThrow(() -> new Refusal(Refusal.Kind.ABSENT, "No provider has this name."));
    return doorway.through(
        "webhook",
        request.getInputStream(),
        request.getContentLengthLong(),
        MOST,
        body -> {
          reception.receive(provider, new Post(body, request::getHeader, request.getRemoteAddr()));
          return ResponseEntity.ok(OK);
        });
  }
}
