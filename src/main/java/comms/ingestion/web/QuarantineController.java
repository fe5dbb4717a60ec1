package comms.ingestion.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import comms.ingestion.Journal.JournalUnavailable;
import comms.ingestion.Quarantine;
import comms.ingestion.Replay;
import comms.security.Permission;
import comms.security.Requires;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
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

  private final Quarantine quarantine;
  private final Replay replay;

  QuarantineController(Quarantine quarantine, Replay replay) {
    this.quarantine = quarantine;
    this.replay = replay;
  }

  record Page(long total, List<Item> items) {}

  record Item(
      String id,
      @JsonProperty("received_at") Instant receivedAt,
      String request,
      String event,
      String reason,
      String property,
      @JsonRawValue String content) {}

  @Operation(
      summary = "Lists what could not be accepted, newest first",
      description = "`reason` and `event` narrow it down; `limit` up to 1000, `offset`.")
  @Requires(Permission.QUARANTINE)
  @GetMapping
  Page list(
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "") String event,
      @RequestParam(defaultValue = "100") int limit,
      @RequestParam(defaultValue = "0") int offset) {
    if (limit < 1 || limit > MOST || offset < 0) {
      throw new ResponseStatusException(
          HttpStatus.BAD_REQUEST, "limit is 1 to " + MOST + ", offset is 0 or more");
    }
    Quarantine.Page page = quarantine.list(reason, event, limit, offset);
    return new Page(page.total(), page.items().stream().map(QuarantineController::item).toList());
  }

  record Replayed(
      @Schema(description = "events that are in the journal and will be stored once") int replayed,
      @Schema(description = "events that are refused as before") int refused) {}

  @Operation(summary = "Takes one event through the door's steps again")
  @Requires(Permission.QUARANTINE_REPLAY)
  @PostMapping("/{id}/replay")
  Replayed replay(@PathVariable String id) {
    return outcome(
        () ->
            replay
                .one(id)
                .orElseThrow(
                    () ->
                        new ResponseStatusException(
                            HttpStatus.NOT_FOUND, "There is no such event in quarantine.")));
  }

  @Operation(
      summary = "Takes everything that matches through the door's steps again",
      description = "`reason` and `event` narrow it down; an event that is refused again stays.")
  @Requires(Permission.QUARANTINE_REPLAY)
  @PostMapping("/replay")
  Replayed replay(
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "") String event) {
    return outcome(() -> replay.all(reason, event));
  }

  private static Replayed outcome(Supplier<Replay.Outcome> replaying) {
    try {
      Replay.Outcome outcome = replaying.get();
      return new Replayed(outcome.replayed(), outcome.refused());
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
        item.content());
  }
}
