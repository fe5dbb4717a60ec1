package comms.ingestion.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import comms.api.BadParameter;
import comms.api.Cursor;
import comms.api.Paging;
import comms.catalog.Spelling;
import comms.ingestion.Journal.JournalUnavailable;
import comms.ingestion.Quarantine;
import comms.ingestion.QuarantineReason;
import comms.ingestion.Replay;
import comms.security.Permission;
import comms.security.Requires;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Serves what lies in quarantine, and takes it out again. */
@RestController
@RequestMapping("/api/v1/quarantine")
@Tag(name = "Quarantine")
class QuarantineController {

  private static final int MOST = 1_000;

  /** Of a cursor: the time, the id, and the total. */
  private static final int VALUES = 3;

  private final Quarantine quarantine;
  private final Replay replay;

  QuarantineController(Quarantine quarantine, Replay replay) {
    this.quarantine = quarantine;
    this.replay = replay;
  }

  /**
   * @param total how many there are, as the first page has counted them
   * @param next the cursor of the next page; null on the last
   */
  record Page(long total, List<Item> items, @Nullable String next) {}

  record Item(
      String id,
      @JsonProperty("received_at") Instant receivedAt,
      String request,
      String event,
      String reason,
      String property,
      @Schema(description = "false where a value that did not fit was not kept") boolean replayable,
      @JsonRawValue String content) {}

  @Operation(
      operationId = "listQuarantine",
      summary = "Lists what could not be accepted, newest first",
      description =
          "`reason` and `event` narrow it down; `limit` up to 1000; `cursor`: `next` of the page before;"
              + " `offset` up to 100000.")
  @Requires(Permission.QUARANTINE)
  @GetMapping
  Page list(
      @Parameter(
              description = "Why; any reason without it",
              schema =
                  @Schema(
                      allowableValues = {
                        "unknown_event",
                        "missing_property",
                        "invalid_value",
                        "missing_scope",
                        "invalid_timestamp",
                        "ambiguous_timestamp",
                        "malformed",
                        "refused_by_store"
                      }))
          @RequestParam(defaultValue = "")
          String reason,
      @Parameter(description = "The event's name; any without it", example = "chat_message_sent")
          @RequestParam(defaultValue = "")
          String event,
      @Parameter(
              description = "How many at most",
              schema =
                  @Schema(
                      type = "integer",
                      format = "int32",
                      defaultValue = "100",
                      minimum = "1",
                      maximum = "" + MOST))
          @RequestParam(defaultValue = "100")
          int limit,
      @RequestParam(defaultValue = "0") int offset,
      @RequestParam(required = false) @Nullable String cursor) {
    Paging.checkLimit(limit, MOST);
    Paging.check(cursor, offset);
    String ofReason = reason(reason);
    String ofEvent = Spelling.trimmed(event);
    String list = ofReason + " " + ofEvent;
    Quarantine.Page page =
        cursor == null
            ? quarantine.list(ofReason, ofEvent, limit, offset)
            : behind(Cursor.of(cursor, list, VALUES).values(), ofReason, ofEvent, limit);
    List<Quarantine.Item> items = page.items();
    return new Page(
        page.total(),
        items.stream().map(QuarantineController::item).toList(),
        items.size() < limit ? null : cursor(items.getLast(), page.total()).in(list));
  }

  private static Cursor cursor(Quarantine.Item last, long total) {
    return Cursor.of(
        Long.toString(last.receivedAt().toEpochMilli()), last.id(), Long.toString(total));
  }

  private Quarantine.Page behind(
      List<@Nullable String> values, String reason, String event, int limit) {
    try {
      Instant at = Instant.ofEpochMilli(Long.parseLong(String.valueOf(values.get(0))));
      String id = String.valueOf(values.get(1));
      long total = Long.parseLong(String.valueOf(values.get(2)));
      Quarantine.Item last = new Quarantine.Item(id, at, "", "", "", "", "");
      return new Quarantine.Page(total, quarantine.before(last, reason, event, limit));
    } catch (NumberFormatException e) {
      throw Cursor.foreign();
    }
  }

  /** The wire name of a reason; empty for all of them. */
  private static String reason(String asked) {
    String word = Spelling.word(asked);
    List<String> all =
        Arrays.stream(QuarantineReason.values()).map(QuarantineReason::wireName).toList();
    if (!word.isEmpty() && !all.contains(word)) {
      throw BadParameter.outside("reason", asked, all);
    }
    return word;
  }

  record Replayed(
      @Schema(description = "events that are in the journal and will be stored once") int replayed,
      @Schema(description = "events that are refused as before") int refused,
      @Schema(
              description =
                  "ids of those among the refused that can never be replayed, because a value that"
                      + " did not fit was not kept; at most 100")
          List<String> lost) {}

  @Operation(operationId = "replayOne", summary = "Takes one event through the door's steps again")
  @Requires(Permission.QUARANTINE_REPLAY)
  @PostMapping("/{id}/replay")
  Replayed replay(
      @Parameter(
              description = "The id in quarantine",
              example = "2f6a2c0e-5a35-4f0e-8a43-0d3c5b1f9a11")
          @PathVariable
          String id) {
    return outcome(
        () ->
            replay
                .one(Spelling.word(id))
                .orElseThrow(
                    () ->
                        new ResponseStatusException(
                            HttpStatus.NOT_FOUND, "There is no such event in quarantine.")));
  }

  @Operation(
      operationId = "replayAll",
      summary = "Takes everything that matches through the door's steps again",
      description = "`reason` and `event` narrow it down; an event that is refused again stays.")
  @Requires(Permission.QUARANTINE_REPLAY)
  @PostMapping("/replay")
  Replayed replay(
      @Parameter(
              description = "Why; any reason without it",
              schema =
                  @Schema(
                      allowableValues = {
                        "unknown_event",
                        "missing_property",
                        "invalid_value",
                        "missing_scope",
                        "invalid_timestamp",
                        "ambiguous_timestamp",
                        "malformed",
                        "refused_by_store"
                      }))
          @RequestParam(defaultValue = "")
          String reason,
      @Parameter(description = "The event's name; any without it", example = "chat_message_sent")
          @RequestParam(defaultValue = "")
          String event) {
    String ofReason = reason(reason);
    return outcome(() -> replay.all(ofReason, Spelling.trimmed(event)));
  }

  private static Replayed outcome(Supplier<Replay.Outcome> replaying) {
    try {
      Replay.Outcome outcome = replaying.get();
      return new Replayed(outcome.replayed(), outcome.refused(), outcome.lost());
    } catch (JournalUnavailable e) {
      throw new ResponseStatusException(
          HttpStatus.SERVICE_UNAVAILABLE, "The journal takes nothing now; try again later.", e);
    }
  }

  private static Item item(Quarantine.Item item) {
    return new Item(
        item.id(),
        item.receivedAt(),
        item.request(),
        item.event(),
        item.reason(),
        item.property(),
        item.replayable(),
        item.content());
  }
}
