package comms.disputes.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import comms.api.AskedTime;
import comms.api.BadParameter;
import comms.disputes.ContractsBehind;
import comms.disputes.ContractsBehind.Comparison;
import comms.disputes.ContractsBehind.Of;
import comms.disputes.ContractsBehind.Question;
import comms.disputes.DisputeDesk;
import comms.disputes.DisputeFilter;
import comms.disputes.ResolutionTimes;
import comms.disputes.ResolutionTimes.Times;
import comms.disputes.Standing;
import comms.metrics.Buckets;
import comms.metrics.Interval;
import comms.metrics.TimeRange;
import comms.security.Permission;
import comms.security.Requires;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Serves the figures of the dispute desk. */
@RestController
@RequestMapping("/api/v1/disputes")
@Tag(name = "Disputes")
class DisputeSummaryController {

  private final DisputeDesk desk;
  private final ResolutionTimes times;
  private final ContractsBehind behind;
  private final ZoneId zone;
  private final Clock clock;

  DisputeSummaryController(
      DisputeDesk desk, ResolutionTimes times, ContractsBehind behind, ZoneId zone, Clock clock) {
    this.desk = desk;
    this.times = times;
    this.behind = behind;
    this.zone = zone;
    this.clock = clock;
  }

  /** The open disputes of this moment. */
  record Open(
      Instant at,
      long total,
      @JsonProperty("<24h") long day,
      @JsonProperty("24-48h") long secondDay,
      @JsonProperty("48h+") long longer,
      long overdue,
      @JsonProperty("without_sla") long withoutSla) {

    static Open of(Standing standing) {
      return new Open(
          standing.at(),
          standing.open(),
          standing.day(),
          standing.secondDay(),
          standing.longer(),
          standing.overdue(),
          standing.withoutSla());
    }
  }

  /**
   * The disputes resolved in the range; shares are fractions of those whose opening is known.
   *
   * @param samples how many these are
   */
  record Resolved(
      Instant from,
      Instant to,
      long total,
      long samples,
      @JsonProperty("within_24h") @Nullable Double withinDay,
      @JsonProperty("within_48h") @Nullable Double withinTwoDays,
      @JsonProperty("median_sec") @Nullable Double medianSec) {

    static Resolved of(TimeRange range, Times times) {
      return new Resolved(
          range.from(),
          range.to(),
          times.resolved(),
          times.timed(),
          times.shareWithinDay(),
          times.shareWithinTwoDays(),
          times.medianSec());
    }
  }

  record Summary(Open open, Resolved resolved) {}

  @Operation(
      operationId = "summariseDisputes",
      summary = "Counts the open disputes and says how fast others were resolved",
      description =
          "`from` (included) and `to` (excluded), dates or ISO instants, are when they were resolved."
              + " The open ones are those of this moment, in whatever period they were opened.")
  @Requires(Permission.DISPUTE_DESK)
  @GetMapping("/summary")
  Summary summary(@RequestParam String from, @RequestParam String to) {
    TimeRange range = range(from, to);
    Times total = times.of(Buckets.of(range, Interval.TOTAL, zone), Map.of()).total();
    return new Summary(
        Open.of(desk.standing(DisputeFilter.open(clock.instant()))), Resolved.of(range, total));
  }

  /**
   * One group of contracts.
   *
   * @param replySec the median of the contracts' median first-response values
   */
  record Group(
      long contracts,
      @JsonProperty("contracts_with_reply") long replied,
      @JsonProperty("median_reply_sec") @Nullable Double replySec,
      @JsonProperty("contracts_with_failed_notification") long withFailed,
      @JsonProperty("mean_failed_notifications") @Nullable Double failed,
      @JsonProperty("median_messages") @Nullable Double messages) {

    static Group of(Of group) {
      return new Group(
          group.contracts(),
          group.replied(),
          group.replySec(),
          group.withFailed(),
          group.failed(),
          group.messages());
    }
  }

  record Behind(
      Instant from,
      Instant to,
      @JsonProperty("median_age_sec") @Nullable Double medianAgeSec,
      Group disputed,
      Group undisputed) {}

  @Operation(
      operationId = "compareDisputedContracts",
      summary = "Holds the contracts behind disputes against contracts without one",
      description =
          "Disputed: a dispute was opened from `from` (included) to `to` (excluded); counted until"
              + " then. Undisputed: closed in that time and never disputed; counted until they were as"
              + " old as the others were at the median (`median_age_sec`), or closed.")
  @Requires(Permission.DISPUTE_DESK)
  @GetMapping("/contracts")
  Behind contracts(@RequestParam String from, @RequestParam String to) {
    TimeRange range = range(from, to);
    Comparison found = behind.compare(new Question(range, Map.of()));
    return new Behind(
        range.from(),
        range.to(),
        found.medianAgeSec(),
        Group.of(found.disputed()),
        Group.of(found.undisputed()));
  }

  private TimeRange range(String from, String to) {
    Instant first = AskedTime.of("from", from, zone);
    Instant last = AskedTime.of("to", to, zone);
    if (!first.isBefore(last)) {
      throw new BadParameter("from has to lie before to");
    }
    return new TimeRange(first, last);
  }
}
