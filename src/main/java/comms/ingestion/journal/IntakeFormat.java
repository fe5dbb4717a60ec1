package comms.ingestion.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import comms.ingestion.EventFormat;
import comms.ingestion.Journal.Intake;
import comms.ingestion.QuarantineReason;
import comms.ingestion.QuarantinedEvent;
import comms.ingestion.Replayed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An intake as the journal keeps it: JSON in parts, each small enough for a message. */
@Component
class IntakeFormat {

  /** Messages of more than 100 KiB are kept as files of their own, which costs. */
  private static final int PART = 80 * 1024;

  private final JsonMapper json;
  private final EventFormat events;

  IntakeFormat(JsonMapper json, EventFormat events) {
    this.json = json;
    this.events = events;
  }

  /**
   * A part of an intake, which is an intake itself.
   *
   * @param events how many events it holds
   */
  record Part(int events, byte[] content) {}

  List<Part> write(Intake intake) {
    Parts parts = new Parts(intake);
    intake.accepted().forEach(event -> parts.add("accepted", events.write(event)));
    intake.quarantined().forEach(event -> parts.add("quarantined", write(event)));
    intake.replayed().forEach(event -> parts.add("replayed", write(event)));
    return parts.finish();
  }

  Intake read(byte[] part) {
    JsonNode node = json.readTree(part);
    Map<String, Long> stripped = new HashMap<>();
    node.path("stripped")
        .properties()
        .forEach(entry -> stripped.put(entry.getKey(), entry.getValue().asLong()));
    return new Intake(
        node.get("request").asString(),
        node.path("accepted").valueStream().map(events::read).toList(),
        node.path("quarantined").valueStream().map(IntakeFormat::quarantined).toList(),
        node.path("replayed").valueStream().map(this::replayed).toList(),
        stripped);
  }

  private String write(QuarantinedEvent event) {
    ObjectNode node = json.createObjectNode();
    node.put("id", event.id());
    node.put("request", event.request());
    node.put("received_at", event.receivedAt().toString());
    node.put("event", event.event());
    node.put("reason", event.reason().name());
    node.put("property", event.property());
    node.put("content", event.content());
    node.put("dispute_id", event.disputeId());
    return json.writeValueAsString(node);
  }

  private static QuarantinedEvent quarantined(JsonNode node) {
    return new QuarantinedEvent(
        node.get("id").asString(),
        node.get("request").asString(),
        Instant.parse(node.get("received_at").asString()),
        node.get("event").asString(),
        QuarantineReason.valueOf(node.get("reason").asString()),
        node.get("property").asString(),
        node.get("content").asString(),
        node.get("dispute_id").asString());
  }

  private String write(Replayed replayed) {
    ObjectNode node = json.createObjectNode();
    node.put("id", replayed.id());
    node.put("received_at", replayed.receivedAt().toString());
    node.put("reason", replayed.reason().name());
    node.set("event", json.readTree(events.write(replayed.event())));
    return json.writeValueAsString(node);
  }

  private Replayed replayed(JsonNode node) {
    return new Replayed(
        node.get("id").asString(),
        Instant.parse(node.get("received_at").asString()),
        QuarantineReason.valueOf(node.get("reason").asString()),
        events.read(node.get("event")));
  }

  /** Fills one part after the other. */
  private final class Parts {

    private final String request;
    private final List<Part> finished = new ArrayList<>();
    private ObjectNode part;
    private int size;
    private int count;

    Parts(Intake intake) {
      request = intake.request();
      part = empty();
      ObjectNode stripped = part.putObject("stripped");
      intake.stripped().forEach(stripped::put);
    }

    void add(String kind, String item) {
      int length = item.getBytes(UTF_8).length;
      if (count > 0 && size + length > PART) {
        end();
      }
      ArrayNode items =
          part.path(kind).isArray() ? (ArrayNode) part.get(kind) : part.putArray(kind);
      items.addRawValue(new tools.jackson.databind.util.RawValue(item));
      size += length;
      count++;
    }

    List<Part> finish() {
      end();
      return finished;
    }

    private void end() {
      finished.add(new Part(count, json.writeValueAsBytes(part)));
      part = empty();
      size = 0;
      count = 0;
    }

    private ObjectNode empty() {
      return json.createObjectNode().put("request", request);
    }
  }
}
