package comms.timeline.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import comms.timeline.Subject;
import comms.timeline.TimelineEntry;
import comms.timeline.Timelines;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Serves timelines; an id that no event names is a 404. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Timelines")
class TimelineController {

  private static final int MOST = 1_000;

  private final Timelines timelines;

  TimelineController(Timelines timelines) {
    this.timelines = timelines;
  }

  /**
   * @param waitSec seconds since the entry before, null for the first of the page
   */
  record Entry(
      Instant timestamp,
      String event,
      @JsonProperty("event_id") String eventId,
      @JsonProperty("received_at") Instant receivedAt,
      String source,
      @JsonProperty("distinct_id") String distinctId,
      @JsonProperty("wait_sec") @Nullable Double waitSec,
      Map<String, Object> properties) {}

  record Timeline(String kind, String id, List<Entry> entries) {}

  @Operation(summary = "What happened to a contract, the events of its threads included")
  @GetMapping("/contracts/{id}/timeline")
  Timeline contract(
      @PathVariable String id,
      @RequestParam(defaultValue = "500") int limit,
      @RequestParam(defaultValue = "0") int offset) {
    return timeline(Subject.CONTRACT, id, limit, offset);
  }

  @Operation(summary = "What happened in a thread")
  @GetMapping("/threads/{id}/timeline")
  Timeline thread(
      @PathVariable String id,
      @RequestParam(defaultValue = "500") int limit,
      @RequestParam(defaultValue = "0") int offset) {
    return timeline(Subject.THREAD, id, limit, offset);
  }

  @Operation(summary = "What happened in a dispute")
  @GetMapping("/disputes/{id}/timeline")
  Timeline dispute(
      @PathVariable String id,
      @RequestParam(defaultValue = "500") int limit,
      @RequestParam(defaultValue = "0") int offset) {
    return timeline(Subject.DISPUTE, id, limit, offset);
  }

  @Operation(summary = "What happened to a notification")
  @GetMapping("/notifications/{id}/timeline")
  Timeline notification(
      @PathVariable String id,
      @RequestParam(defaultValue = "500") int limit,
      @RequestParam(defaultValue = "0") int offset) {
    return timeline(Subject.NOTIFICATION, id, limit, offset);
  }

  private Timeline timeline(Subject subject, String id, int limit, int offset) {
    if (limit < 1 || limit > MOST || offset < 0) {
      throw new ResponseStatusException(
          HttpStatus.BAD_REQUEST, "limit is 1 to " + MOST + ", offset is 0 or more");
    }
    List<TimelineEntry> found = timelines.of(subject, id, limit, offset);
    if (found.isEmpty() && offset == 0) {
      throw new ResponseStatusException(
          HttpStatus.NOT_FOUND, "No event names the " + subject.wireName() + " " + id);
    }
    List<Entry> entries = new ArrayList<>();
    Instant before = null;
    for (TimelineEntry entry : found) {
      entries.add(entry(entry, before));
      before = entry.at();
    }
    return new Timeline(subject.wireName(), id, entries);
  }

  private static Entry entry(TimelineEntry entry, @Nullable Instant before) {
    Double wait = before == null ? null : Duration.between(before, entry.at()).toMillis() / 1000.0;
    return new Entry(
        entry.at(),
        entry.event(),
        entry.eventId(),
        entry.receivedAt(),
        entry.source(),
        entry.actor(),
        wait,
        entry.properties());
  }
}
