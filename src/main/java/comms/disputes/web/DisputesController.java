package comms.disputes.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonProperty;
import comms.api.BadParameter;
import comms.api.Paging;
import comms.catalog.Spelling;
import comms.disputes.Dispute;
import comms.disputes.DisputeDesk;
import comms.disputes.DisputeFilter;
import comms.disputes.DisputeFilter.Bucket;
import comms.disputes.DisputeFilter.State;
import comms.disputes.DisputeSort;
import comms.security.Permission;
import comms.security.Requires;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URLEncoder;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

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
      operationId = "listDisputes",
      summary = "Lists disputes as they stand now",
      description =
          "`state`: open or resolved; `bucket`: <24h, 24-48h, 48h+, <48h (the first two) or overdue;"
              + " `sort`: breach (what breaches next), opened, age, resolved, state, initiator or"
              + " reason, with a minus before it for the greatest first; also oldest and newest;"
              + " `limit` up to 1000; `cursor` as the header `Link` has it for the next page, with which no"
              + " page repeats or skips a dispute; `offset` up to 100000.")
  @Requires(Permission.DISPUTE_DESK)
  @GetMapping
  ResponseEntity<List<Row>> list(
      @Parameter(
              description = "Open ones or others",
              schema =
                  @Schema(
                      allowableValues = {"open", "resolved", "all"},
                      defaultValue = "all"))
          @RequestParam(defaultValue = "")
          String state,
      @Parameter(
              description = "The age of open ones, or overdue; any without it",
              schema = @Schema(allowableValues = {"<24h", "24-48h", "48h+", "<48h", "overdue"}))
          @RequestParam(defaultValue = "")
          String bucket,
      @Parameter(
              description = "What comes first, with a minus for the greatest",
              schema =
                  @Schema(
                      pattern =
                          "^(-?(breach|opened|age|resolved|state|initiator|reason)|oldest|newest)$"),
              example = "-age")
          @RequestParam(defaultValue = "breach")
          String sort,
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
    DisputeSort order = sort(Spelling.word(sort));
    State asked =
        State.named(state.isBlank() ? "all" : Spelling.word(state))
            .orElseThrow(() -> outside("state", state, State.values(), State::wireName));
    Bucket inBucket =
        Bucket.named(Spelling.word(bucket))
            .orElseThrow(() -> outside("bucket", bucket, Bucket.values(), Bucket::wireName));
    String list = asked.wireName() + " " + inBucket.wireName() + " " + order.wireName();
    DisputePlace place =
        cursor == null
            ? new DisputePlace(clock.instant(), null)
            : DisputePlace.of(cursor, list, order);
    DisputeFilter filter = new DisputeFilter(asked, inBucket, Map.of(), null, place.at());
    Dispute last = place.last();
    List<Dispute> found =
        last == null
            ? desk.page(filter, order, limit, offset)
            : desk.after(filter, order, last, limit);
    ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
    if (found.size() == limit) {
      String next = new DisputePlace(place.at(), found.getLast()).cursor(list, order);
      answer.header(
          HttpHeaders.LINK, "<" + address(asked, inBucket, order, limit, next) + ">; rel=\"next\"");
    }
    return answer.body(found.stream().map(Row::of).toList());
  }

  /** The address that was asked, without its host, with another place. */
  private static String address(
      State state, Bucket bucket, DisputeSort sort, int limit, String cursor) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("state", state.wireName());
    parameters.put("bucket", bucket.wireName());
    parameters.put("sort", sort.wireName());
    parameters.put("limit", Integer.toString(limit));
    parameters.put("cursor", cursor);
    return ServletUriComponentsBuilder.fromCurrentRequestUri().build().getPath()
        + parameters.entrySet().stream()
            .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), UTF_8))
            .collect(Collectors.joining("&", "?", ""));
  }

  private static <T> BadParameter outside(
      String name, String value, T[] all, Function<T, String> wireName) {
    return BadParameter.outside(
        name, value, Arrays.stream(all).map(wireName).filter(word -> !word.isEmpty()).toList());
  }

  private static DisputeSort sort(String text) {
    String column =
        switch (text) {
          case "oldest" -> "opened";
          case "newest" -> "-opened";
          default -> text;
        };
    return DisputeSort.named(column)
        .orElseThrow(
            () -> outside("sort", text, DisputeSort.Column.values(), DisputeSort.Column::wireName));
  }
}
