package comms.disputes.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import comms.disputes.Dispute;
import comms.disputes.DisputeDesk;
import comms.disputes.DisputeFilter;
import comms.disputes.DisputeFilter.Bucket;
import comms.disputes.DisputeFilter.State;
import comms.disputes.DisputeSort;
import comms.security.Permission;
import comms.security.Requires;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Serves the disputes as they stand now. */
@RestController
@RequestMapping("/api/v1/disputes")
@Tag(name = "Disputes")
class DisputesController {

  private static final int MOST = 1_000;

  private final DisputeDesk desk;
  private final Clock clock;

  DisputesController(DisputeDesk desk, Clock clock) {
    this.desk = desk;
    this.clock = clock;
  }

  record Row(
      @JsonProperty("dispute_id") String disputeId,
      @JsonProperty("contract_id") String contractId,
      @JsonProperty("opened_at") @Nullable Instant openedAt,
      @JsonProperty("initiator_role") String initiatorRole,
      @JsonProperty("reason_category") String reasonCategory,
      String state,
      @JsonProperty("age_sec") @Nullable Double ageSec,
      @JsonProperty("sla_bucket") String slaBucket,
      @JsonProperty("sla_remaining_sec") @Nullable Double slaRemainingSec,
      boolean overdue,
      @JsonProperty("resolved_at") @Nullable Instant resolvedAt,
      String resolution) {

    static Row of(Dispute dispute) {
      return new Row(
          dispute.disputeId(),
          dispute.contractId(),
          dispute.openedAt(),
          dispute.initiatorRole(),
          dispute.reasonCategory(),
          dispute.state(),
          dispute.ageSec(),
          dispute.slaBucket(),
          dispute.slaRemainingSec(),
          dispute.overdue(),
          dispute.resolvedAt(),
          dispute.resolution());
    }
  }

  @Operation(
      summary = "Lists disputes as they stand now",
      description =
          "`state`: open or resolved; `bucket`: <24h, 24-48h, 48h+, <48h (the first two) or overdue;"
              + " `sort`: breach (what breaches next), opened, age, resolved, state, initiator or"
              + " reason, with a minus before it for the greatest first; also oldest and newest;"
              + " `limit` up to 1000, `offset`.")
  @Requires(Permission.DISPUTE_DESK)
  @GetMapping
  List<Row> list(
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String bucket,
      @RequestParam(defaultValue = "breach") String sort,
      @RequestParam(defaultValue = "100") int limit,
      @RequestParam(defaultValue = "0") int offset) {
    require(limit >= 1 && limit <= MOST && offset >= 0, "limit is 1 to " + MOST);
    DisputeFilter filter =
        new DisputeFilter(
            State.named(state.isEmpty() ? "all" : state)
                .orElseThrow(() -> refusal("state is open or resolved")),
            Bucket.named(bucket)
                .orElseThrow(() -> refusal("bucket is <24h, 24-48h, 48h+, <48h or overdue")),
            Map.of(),
            null,
            clock.instant());
    return desk.page(filter, sort(sort), limit, offset).stream().map(Row::of).toList();
  }

  private static DisputeSort sort(String text) {
    String column =
        switch (text) {
          case "oldest" -> "opened";
          case "newest" -> "-opened";
          default -> text;
        };
    return DisputeSort.named(column)
        .orElseThrow(() -> refusal("sort is breach, opened, age or another column, not " + text));
  }

  private static void require(boolean ok, String sentence) {
    if (!ok) {
      throw refusal(sentence);
    }
  }

  private static ResponseStatusException refusal(String sentence) {
    return new ResponseStatusException(HttpStatus.BAD_REQUEST, sentence);
  }
}
