package comms.pipeline.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import comms.catalog.Dimension;
import comms.ingestion.Backlog;
import comms.ingestion.PipelineHistory;
import comms.ingestion.WebhookState;
import comms.sentry.SentryState;
import comms.telemetry.PrometheusState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The state of the pipeline as the API sends it; the journal and sources of the node that answers.
 */
record PipelineAnswer(
    Instant from,
    Instant to,
    Journal journal,
    List<PipelineHistory.Count> counts,
    List<Step> steps,
    List<Prometheus> prometheus,
    List<Webhook> webhooks,
    Sentry sentry,
    Map<String, Long> others) {

  static PipelineAnswer of(
      Instant from,
      Instant to,
      Backlog.State journal,
      List<PipelineHistory.Count> counts,
      List<PipelineHistory.Step> steps,
      List<PrometheusState> prometheus,
      List<WebhookState> webhooks,
      Optional<SentryState> sentry,
      Map<Dimension, Long> others) {
    return new PipelineAnswer(
        from,
        to,
        Journal.of(journal),
        counts,
        steps.stream().map(Step::of).toList(),
        prometheus.stream().map(Prometheus::of).toList(),
        webhooks.stream().map(Webhook::of).toList(),
        sentry.map(Sentry::of).orElse(Sentry.NONE),
        others.entrySet().stream()
            .collect(Collectors.toMap(one -> one.getKey().wireName(), Map.Entry::getValue)));
  }

  /** What went wrong last. */
  record Failure(
      @JsonProperty("last_failure") String message, @JsonProperty("last_failure_at") Instant at) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Journal(
      @JsonProperty("backlog_events") long backlogEvents,
      @JsonProperty("backlog_age_seconds") double backlogAgeSeconds,
      @JsonProperty("write_lag_seconds") double writeLagSeconds,
      @JsonProperty("last_stored") @Nullable Instant lastStored,
      boolean storing,
      @JsonUnwrapped @Nullable Failure failure) {

    static Journal of(Backlog.State state) {
      return new Journal(
          state.events(),
          seconds(state.age()),
          seconds(state.lag()),
          state.lastStored().orElse(null),
          !state.failing(),
          state.lastFailure().map(it -> new Failure(it.message(), it.at())).orElse(null));
    }
  }

  record Step(
      Instant start,
      long accepted,
      long duplicates,
      long conflicts,
      long quarantined,
      @JsonProperty("write_lag_seconds") double writeLagSeconds,
      @JsonProperty("backlog_events") long backlogEvents) {

    static Step of(PipelineHistory.Step step) {
      return new Step(
          step.start(),
          step.accepted(),
          step.duplicates(),
          step.conflicts(),
          step.quarantined(),
          seconds(step.lag()),
          step.backlog());
    }
  }

  /** How the import of a Prometheus server goes. */
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
      @JsonUnwrapped @Nullable Failure failure) {

    static Prometheus of(PrometheusState state) {
      return new Prometheus(
          state.name(),
          state.address(),
          !state.failing(),
          state.lastSuccess().orElse(null),
          state.importedTo().orElse(null),
          state.lag().map(PipelineAnswer::seconds).orElse(null),
          state.series(),
          state.failures(),
          state.lastFailure().map(it -> new Failure(it.message(), it.at())).orElse(null));
    }
  }

  /** What came through a webhook since the start. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Webhook(
      String name,
      boolean configured,
      @JsonProperty("last_success") @Nullable Instant lastSuccess,
      @JsonUnwrapped @Nullable Failure failure,
      long accepted,
      long quarantined,
      long ignored,
      @JsonProperty("ignored_by_type") Map<String, Long> ignoredByType,
      long refused,
      long postponed) {

    static Webhook of(WebhookState state) {
      return new Webhook(
          state.name(),
          state.configured(),
          state.lastSuccess().orElse(null),
          state.lastFailure().map(it -> new Failure(it.message(), it.at())).orElse(null),
          state.accepted(),
          state.quarantined(),
          state.ignoredInAll(),
          state.ignored(),
          state.refused(),
          state.postponed());
    }
  }

  /** How Sentry answers; nothing else is told of one that is not configured. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Sentry(
      boolean configured,
      @Nullable String address,
      @Nullable Boolean answering,
      @JsonProperty("last_success") @Nullable Instant lastSuccess,
      @JsonProperty("age_seconds") @Nullable Double ageSeconds,
      @Nullable Long failures,
      @JsonUnwrapped @Nullable Failure failure) {

    static final Sentry NONE = new Sentry(false, null, null, null, null, null, null);

    static Sentry of(SentryState state) {
      return new Sentry(
          true,
          state.address(),
          !state.failing(),
          state.lastSuccess().orElse(null),
          state.age().map(PipelineAnswer::seconds).orElse(null),
          state.failures(),
          state.lastFailure().map(it -> new Failure(it.message(), it.at())).orElse(null));
    }
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1e3;
  }
}
