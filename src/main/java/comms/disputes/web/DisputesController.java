package comms.disputes.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import comms.disputes.Dispute;
import comms.disputes.DisputeDesk;
import comms.disputes.DisputeFilter;
import comms.disputes.DisputeFilter.Order;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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

  private static final Set<String> STATES = Set.of("", "open", "resolved");
  private static final Set<String> BUCKETS = Set.of("", "<24h", "24-48h", "48h+", "overdue");
  private static final int MOST = 1_000;

  private final DisputeDesk desk;

  DisputesController(DisputeDesk desk) {
    this.desk = desk;
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
          "`state`: open or resolved; `bucket`: <24h, 24-48h, 48h+ or overdue; `sort`: breach (what "
              + "breaches next), oldest or newest; `limit` up to 1000, `offset`.")
  @GetMapping
  List<Row> list(
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String bucket,
      @RequestParam(defaultValue = "breach") String sort,
      @RequestParam(defaultValue = "100") int limit,
      @RequestParam(defaultValue = "0") int offset) {
    require(STATES.contains(state), "state is open or resolved");
    require(BUCKETS.contains(bucket), "bucket is <24h, 24-48h, 48h+ or overdue");
    require(limit >= 1 && limit <= MOST && offset >= 0, "limit is 1 to " + MOST);
    Order order =
        Arrays.stream(Order.values())
            .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(sort))
            .findFirst()
            .orElseThrow(
                () ->
                    new ResponseStatusException(
                        HttpStatus.BAD_REQUEST, "sort is breach, oldest or newest"));
    return desk.list(new DisputeFilter(state, bucket, order, limit, offset)).stream()
        .map(Row::of)
        .toList();
  }

  private static void require(boolean ok, String sentence) {
    if (!ok) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, sentence);
    }
  }
}
