package comms.timeline.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import comms.security.Access;
import comms.security.Permission;
import comms.security.Requires;
import comms.timeline.Subject;
import comms.timeline.TimelineEntry;
import comms.timeline.Timelines;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  private static final String KINDS = "/{kind:contracts|threads|disputes|notifications}";
  private static final int MOST = 1_000;

  private final Timelines timelines;
  private final Access access;

  TimelineController(Timelines timelines, Access access) {
    this.timelines = timelines;
    this.access = access;
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

  @Operation(
      summary = "What happened to a contract, thread, dispute or notification",
      description =
          """
          `kind`: contracts, threads, disputes or notifications; the events of a contract's threads \
          are on its timeline. An id that no path can hold, such as one with a slash, goes into the \
          parameter `id` of `/api/v1/{kind}/timeline`. `limit` up to 1000, `offset`.
          """)
  @Requires({
    Permission.CONTRACT_TIMELINES,
    Permission.THREAD_TIMELINES,
    Permission.DISPUTE_TIMELINES,
    Permission.NOTIFICATION_TIMELINES
  })
  @GetMapping({KINDS + "/{id}/timeline", KINDS + "/timeline"})
  Timeline timeline(
      @Parameter(
              schema =
                  @Schema(allowableValues = {"contracts", "threads", "disputes", "notifications"}))
          @PathVariable
          String kind,
      @PathVariable(name = "id", required = false) @Nullable String inPath,
      @RequestParam(name = "id", required = false) @Nullable String asParameter,
      @RequestParam(defaultValue = "500") int limit,
      @RequestParam(defaultValue = "0") int offset) {
    Subject subject = Subject.under(kind).orElseThrow();
    access.require(subject.permission());
    String id = Optional.ofNullable(inPath).or(() -> Optional.ofNullable(asParameter)).orElse("");
    require(!id.isEmpty(), "id is missing");
    require(
        limit >= 1 && limit <= MOST && offset >= 0,
        "limit is 1 to " + MOST + ", offset is 0 or more");
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

  private static void require(boolean ok, String sentence) {
    if (!ok) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, sentence);
    }
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
