package comms.pipeline.web;

import comms.api.AskedTime;
import comms.api.BadParameter;
import comms.ingestion.Backlog;
import comms.ingestion.PipelineHistory;
import comms.ingestion.WebhookSources;
import comms.metrics.ManyValues;
import comms.metrics.TimeRange;
import comms.security.Permission;
import comms.security.Requires;
import comms.sentry.SentrySource;
import comms.telemetry.PrometheusImport;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

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
  private final ManyValues values;
  private final ZoneId zone;
  private final Clock clock;

  PipelineController(
      Backlog backlog,
      PipelineHistory history,
      PrometheusImport prometheus,
      WebhookSources webhooks,
      SentrySource sentry,
      ManyValues values,
      ZoneId zone,
      Clock clock) {
    this.backlog = backlog;
    this.history = history;
    this.prometheus = prometheus;
    this.webhooks = webhooks;
    this.sentry = sentry;
    this.values = values;
    this.zone = zone;
    this.clock = clock;
  }

  @Operation(
      summary =
          "Counts what became of the events that were sent, and tells the state of journal and sources",
      description =
          "For every event name accepted + duplicate + quarantined = sent; conflicts are duplicates"
              + " that say something else. `from` and `to` default to the last day; `step` is in"
              + " seconds. `others` says of which properties there are more values in the period"
              + " than dashboards tell apart, and how many more.")
  @Requires(Permission.PIPELINE)
  @GetMapping
  PipelineAnswer pipeline(
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      @RequestParam(defaultValue = "3600") long step) {
    Instant end = to == null ? clock.instant() : AskedTime.of("to", to, zone);
    Instant start = from == null ? end.minus(DAY) : AskedTime.of("from", from, zone);
    Duration period = Duration.between(start, end);
    if (period.isNegative() || period.isZero() || period.compareTo(LONGEST) > 0) {
      throw new BadParameter("from comes before to, and at most 90 days before it");
    }
    if (step < 1 || step > LONGEST.toSeconds() || period.toSeconds() / step > MOST_STEPS) {
      throw new BadParameter(
          "step is 1 to %d, and gives at most %d steps".formatted(LONGEST.toSeconds(), MOST_STEPS));
    }
    return PipelineAnswer.of(
        start,
        end,
        backlog.state(),
        history.totals(start, end),
        history.steps(start, end, Duration.ofSeconds(step)),
        prometheus.states(),
        webhooks.states(),
        sentry.state(),
        values.past(new TimeRange(start, end)));
  }
}
