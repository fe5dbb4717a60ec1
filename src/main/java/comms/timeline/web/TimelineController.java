package comms.timeline.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import comms.api.BadParameter;
import comms.api.Cursor;
import comms.api.Paging;
import comms.api.Shown;
import comms.catalog.Spelling;
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

  /** The time, the event and its id. */
  private static final int KEYS = 3;

  private final Timelines timelines;
  private final Access access;

  TimelineController(Timelines timelines, Access access) {
    this.timelines = timelines;
    this.access = access;
  }

  /**
   * @param waitSec seconds since the entry before, null where none is known
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

  /**
   * @param id as it is stored, however it was asked for
   * @param next the cursor of the next page; null on the last
   */
  record Timeline(String kind, String id, List<Entry> entries, @Nullable String next) {}

  @Operation(
      operationId = "timeline",
      summary = "What happened to a thing",
      description =
          """
          The events of a contract's threads are on its timeline. An id that no path can hold, such \
          as one with a slash, goes into the parameter `id` of the address without it.
          """)
  @Requires({
    Permission.CONTRACT_TIMELINES,
    Permission.THREAD_TIMELINES,
    Permission.DISPUTE_TIMELINES,
    Permission.NOTIFICATION_TIMELINES
  })
  @GetMapping(KINDS + "/{id}/timeline")
  Timeline timeline(
      @Parameter(
              description = "What kind of thing it is",
              schema =
                  @Schema(allowableValues = {"contracts", "threads", "disputes", "notifications"}))
          @PathVariable
          String kind,
      @Parameter(description = "Its id, however it is spelled", example = "c1") @PathVariable
          String id,
      @Parameter(hidden = true) @RequestParam(name = "id", required = false)
          @Nullable String asParameter,
      @Parameter(
              description = "How many entries at most",
              schema =
                  @Schema(
                      type = "integer",
                      format = "int32",
                      defaultValue = "500",
                      minimum = "1",
                      maximum = "" + MOST))
          @RequestParam(defaultValue = "500")
          int limit,
      @RequestParam(defaultValue = "0") int offset,
      @RequestParam(required = false) @Nullable String cursor) {
    if (asParameter != null) {
      throw new BadParameter("the id is in the path already");
    }
    return page(kind, id, limit, offset, cursor);
  }

  @Operation(
      operationId = "timelineOfAnyId",
      summary = "What happened to a thing, whatever its id is made of",
      description = "The same as with the id in the path.")
  @Requires({
    Permission.CONTRACT_TIMELINES,
    Permission.THREAD_TIMELINES,
    Permission.DISPUTE_TIMELINES,
    Permission.NOTIFICATION_TIMELINES
  })
  @GetMapping(KINDS + "/timeline")
  Timeline timelineOfAnyId(
      @Parameter(
              description = "What kind of thing it is",
              schema =
                  @Schema(allowableValues = {"contracts", "threads", "disputes", "notifications"}))
          @PathVariable
          String kind,
      @Parameter(description = "Its id, however it is spelled", required = true, example = "c1")
          @RequestParam(name = "id", required = false)
          @Nullable String id,
      @Parameter(
              description = "How many entries at most",
              schema =
                  @Schema(
                      type = "integer",
                      format = "int32",
                      defaultValue = "500",
                      minimum = "1",
                      maximum = "" + MOST))
          @RequestParam(defaultValue = "500")
          int limit,
      @RequestParam(defaultValue = "0") int offset,
      @RequestParam(required = false) @Nullable String cursor) {
    return page(kind, id == null ? "" : id, limit, offset, cursor);
  }

  private Timeline page(String kind, String asked, int limit, int offset, @Nullable String cursor) {
    Subject subject = Subject.under(kind).orElseThrow();
    access.require(subject.permission());
    if (Spelling.trimmed(asked).isEmpty()) {
      throw new BadParameter("id is missing");
    }
    Paging.checkLimit(limit, MOST);
    Paging.check(cursor, offset);
    String id = timelines.stored(asked);
    String list = subject.wireName() + " " + id;
    TimelineEntry last = cursor == null ? null : entry(Cursor.of(cursor, list, KEYS));
    List<TimelineEntry> found =
        last == null
            ? timelines.of(subject, id, limit, offset)
            : timelines.after(subject, id, last, limit);
    if (found.isEmpty() && offset == 0 && last == null) {
      throw new ResponseStatusException(
          HttpStatus.NOT_FOUND, "No event names the " + subject.wireName() + " " + Shown.of(asked));
    }
    List<Entry> entries = new ArrayList<>();
    Instant before = last == null ? null : last.at();
    for (TimelineEntry entry : found) {
      entries.add(entry(entry, before));
      before = entry.at();
    }
    String next = found.size() < limit ? null : cursor(found.getLast()).in(list);
    return new Timeline(subject.wireName(), id, entries, next);
  }

  private static Cursor cursor(TimelineEntry last) {
    return Cursor.of(Long.toString(last.at().toEpochMilli()), last.event(), last.eventId());
  }

  /** So much of an entry as tells its place. */
  private static TimelineEntry entry(Cursor cursor) {
    try {
      Instant at = Instant.ofEpochMilli(Long.parseLong(String.valueOf(cursor.values().get(0))));
      String event = String.valueOf(cursor.values().get(1));
      String id = String.valueOf(cursor.values().get(2));
      return new TimelineEntry(at, event, id, at, "", "", Map.of());
    } catch (NumberFormatException e) {
      throw Cursor.foreign();
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
