package comms.ingestion;

import java.io.StringReader;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;

/**
 * Takes a quarantined event through the steps again, as if it had just arrived when it did. What
 * quarantine keeps is pseudonymised already, and stays as it is.
 */
@Component
class Replay {

  private final EventJson json;
  private final CaptureReader reader;
  private final Inspection inspection;

  Replay(EventJson json, CaptureReader reader, Inspection inspection) {
    this.json = json;
    this.reader = reader;
    this.inspection = inspection;
  }

  /** The verdict by today's rules; a renewed refusal has a new id. */
  Verdict replay(QuarantinedEvent quarantined) {
    RawEvent raw =
        reader.readEvent(new StringReader(quarantined.content()), new StrippedProperties());
    return inspection.inspectPseudonymised(
        raw,
        delivery(quarantined),
        quarantined.request(),
        new Precedence(quarantined.receivedAt(), RandomGenerator.getDefault()));
  }

  private Delivery delivery(QuarantinedEvent quarantined) {
    try (JsonParser parser = json.parse(quarantined.content())) {
      JsonNode content = parser.readValueAsTree();
      Source source = Source.valueOf(content.path("source").asString().toUpperCase(Locale.ROOT));
      return new Delivery(
          source, quarantined.receivedAt(), SenderTime.parse(content.path("sent_at")));
    }
  }
}
