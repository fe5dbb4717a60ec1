package comms.ingestion.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import comms.ingestion.Backlog;
import comms.ingestion.PipelineHistory;
import comms.ingestion.WebhookSources;
import comms.ingestion.WebhookState;
import comms.sentry.SentrySource;
import comms.sentry.SentryState;
import comms.telemetry.PrometheusImport;
import comms.telemetry.PrometheusState;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
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

/** Serves what became of everything that was sent. */
@RestController
@RequestMapping("/api/v1/pipeline")
@Tag(name = "Pipeline")
class PipelineController {

  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration LONGEST = Duration.ofDays(90);
  private static final int MOST_STEPS = 2_000;

  private final Backlog backlog;
  private final PipelineHistory history;
  private final PrometheusImport prometheus;
  private final WebhookSources webhooks;
  private final SentrySource sentry;
  private final Clock clock;

  PipelineController(
      Backlog backlog,
      PipelineHistory history,
      PrometheusImport prometheus,
      WebhookSources webhooks,
      SentrySource sentry,
      Clock clock) {
    this.backlog = backlog;
    this.history = history;
    this.prometheus = prometheus;
    this.webhooks = webhooks;
    this.sentry = sentry;
    this.clock = clock;
  }

  record Pipeline(
      Instant from,
      Instant to,
      Journal journal,
      List<PipelineHistory.Count> counts,
      List<Step> steps,
      List<Prometheus> prometheus,
      List<Webhook> webhooks,
      Sentry sentry) {}

  /** The journal of the node that answers. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Journal(
      @JsonProperty("backlog_events") long backlogEvents,
      @JsonProperty("backlog_age_seconds") double backlogAgeSeconds,
      @JsonProperty("write_lag_seconds") double writeLagSeconds,
      @JsonProperty("last_stored") @Nullable Instant lastStored,
      boolean storing,
      @JsonProperty("last_failure") @Nullable String lastFailure,
      @JsonProperty("last_failure_at") @Nullable Instant lastFailureAt) {}

  /** How the import of a Prometheus server goes on the node that answers. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Prometheus(
      String name,
      String address,
      boolean importing,
      @JsonProperty("last_success") @Nullable Instant lastSuccess,
      @JsonProperty("imported_to") @Nullable Instant importedTo,
      @JsonProperty("lag_seconds") @Nullable Double lagSeconds,
      long series,
      long failures,
      @JsonProperty("last_failure") @Nullable String lastFailure,
      @JsonProperty("last_failure_at") @Nullable Instant lastFailureAt) {}

  /** What came through a webhook of the node that answers, since its start. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Webhook(
      String name,
      boolean configured,
      @JsonProperty("last_success") @Nullable Instant lastSuccess,
      @JsonProperty("last_failure") @Nullable String lastFailure,
      @JsonProperty("last_failure_at") @Nullable Instant lastFailureAt,
      long accepted,
      long quarantined,
      long ignored,
      @JsonProperty("ignored_by_type") Map<String, Long> ignoredByType,
      long refused,
      long postponed) {}

  /**
   * How Sentry answers the node that answers; nothing else is told of one that is not configured.
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Sentry(
      boolean configured,
      @Nullable String address,
      @Nullable Boolean answering,
      @JsonProperty("last_success") @Nullable Instant lastSuccess,
      @JsonProperty("age_seconds") @Nullable Double ageSeconds,
      @Nullable Long failures,
      @JsonProperty("last_failure") @Nullable String lastFailure,
      @JsonProperty("last_failure_at") @Nullable Instant lastFailureAt) {

    static final Sentry NONE = new Sentry(false, null, null, null, null, null, null, null);
  }

  record Step(
      Instant start,
      long accepted,
      long duplicates,
      long conflicts,
      long quarantined,
      @JsonProperty("write_lag_seconds") double writeLagSeconds,
      @JsonProperty("backlog_events") long backlogEvents) {}

  @Operation(
      summary =
          "Counts what became of the events that were sent, and tells the state of journal and sources",
      description =
          "For every event name accepted + duplicate + quarantined = sent; conflicts are duplicates"
              + " that say something else. `from` and `to` default to the last day; `step` is in"
              + " seconds.")
  @GetMapping
  Pipeline pipeline(
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to,
      @RequestParam(defaultValue = "3600") long step) {
    Instant end = to == null ? clock.instant() : to;
    Instant start = from == null ? end.minus(DAY) : from;
    Duration period = Duration.between(start, end);
    if (period.isNegative() || period.compareTo(LONGEST) > 0) {
      throw new ResponseStatusException(
          HttpStatus.BAD_REQUEST, "from comes before to, and at most 90 days before it");
    }
    if (step < 1 || period.toSeconds() / step > MOST_STEPS) {
      throw new ResponseStatusException(
          HttpStatus.BAD_REQUEST, "step is 1 or more, and gives at most " + MOST_STEPS + " steps");
    }
    return new Pipeline(
        start,
        end,
        journal(backlog.state()),
        history.totals(start, end),
        history.steps(start, end, Duration.ofSeconds(step)).stream()
            .map(PipelineController::step)
            .toList(),
        prometheus.states().stream().map(PipelineController::prometheus).toList(),
        webhooks.states().stream().map(PipelineController::webhook).toList(),
        sentry.state().map(PipelineController::sentry).orElse(Sentry.NONE));
  }

  private static Journal journal(Backlog.State state) {
    return new Journal(
        state.events(),
        seconds(state.age()),
        seconds(state.lag()),
        state.lastStored().orElse(null),
        !state.failing(),
        state.lastFailure().map(Backlog.Failure::message).orElse(null),
        state.lastFailure().map(Backlog.Failure::at).orElse(null));
  }

  private static Prometheus prometheus(PrometheusState state) {
    return new Prometheus(
        state.name(),
        state.address(),
        !state.failing(),
        state.lastSuccess().orElse(null),
        state.importedTo().orElse(null),
        state.lag().map(PipelineController::seconds).orElse(null),
        state.series(),
        state.failures(),
        state.lastFailure().map(PrometheusState.Failure::message).orElse(null),
        state.lastFailure().map(PrometheusState.Failure::at).orElse(null));
  }

  private static Webhook webhook(WebhookState state) {
    return new Webhook(
        state.name(),
        state.configured(),
        state.lastSuccess().orElse(null),
        state.lastFailure().map(WebhookState.Failure::message).orElse(null),
        state.lastFailure().map(WebhookState.Failure::at).orElse(null),
        state.accepted(),
        state.quarantined(),
        state.ignoredInAll(),
        state.ignored(),
        state.refused(),
        state.postponed());
  }

  private static Sentry sentry(SentryState state) {
    return new Sentry(
        true,
        state.address(),
        !state.failing(),
        state.lastSuccess().orElse(null),
        state.age().map(PipelineController::seconds).orElse(null),
        state.failures(),
        state.lastFailure().map(SentryState.Failure::message).orElse(null),
        state.lastFailure().map(SentryState.Failure::at).orElse(null));
  }

  private static Step step(PipelineHistory.Step step) {
    return new Step(
        step.start(),
        step.accepted(),
        step.duplicates(),
        step.conflicts(),
        step.quarantined(),
        seconds(step.lag()),
        step.backlog());
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1e3;
  }
}
