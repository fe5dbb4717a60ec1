package comms.timeline.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import comms.api.BadParameter;
import comms.catalog.Spelling;
import comms.security.Permission;
import comms.security.Requires;
import comms.timeline.Lookup;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Serves whatever has an id. */
@RestController
@Tag(name = "Timelines")
class LookupController {

  private final Lookup lookup;

  LookupController(Lookup lookup) {
    this.lookup = lookup;
  }

  record Found(
      String kind,
      String id,
      Instant first,
      Instant last,
      long events,
      @JsonProperty("thread_id") String threadId,
      @JsonProperty("contract_id") String contractId) {}

  @Operation(
      operationId = "lookUp",
      summary = "Finds every contract, thread, dispute, notification and message of an id")
  @Requires(Permission.LOOK_UP)
  @GetMapping("/api/v1/lookup")
  List<Found> find(
      @Parameter(description = "Any id, however it is spelled", example = "c1") @RequestParam
          String id) {
    if (Spelling.trimmed(id).isEmpty()) {
      throw new BadParameter("id is missing");
    }
    return lookup.find(id).stream()
        .map(
            f ->
                new Found(
                    f.kind().wireName(),
                    f.id(),
                    f.first(),
                    f.last(),
                    f.events(),
                    f.threadId(),
                    f.contractId()))
        .toList();
  }
}
