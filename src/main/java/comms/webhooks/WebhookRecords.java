package comms.webhooks;

import comms.ingestion.Reception.Receipt;
import comms.ingestion.Refusal;
import comms.ingestion.WebhookSources;
import comms.ingestion.WebhookState;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Counts what came through each webhook, for the pipeline's view and as metrics. */
@Component
class WebhookRecords implements WebhookSources {

  private final Map<Provider, WebhookRecord> records = new EnumMap<>(Provider.class);
  private final List<Webhook> webhooks;
  private final MeterRegistry registry;
  private final Clock clock;

  WebhookRecords(List<Webhook> webhooks, MeterRegistry registry, Clock clock) {
    this.webhooks = webhooks;
    this.registry = registry;
    this.clock = clock;
    for (Provider provider : Provider.values()) {
      records.put(provider, new WebhookRecord());
    }
  }

  @Override
  public List<WebhookState> states() {
    Set<Provider> configured =
        webhooks.stream()
            .filter(Webhook::configured)
            .map(Webhook::provider)
            .collect(Collectors.toSet());
    return Arrays.stream(Provider.values())
        .map(provider -> record(provider).state(provider, configured.contains(provider)))
        .toList();
  }

  /** A request was answered with 200. */
  void kept(Provider provider, Receipt receipt, List<String> ignored) {
    count(provider, "accepted", receipt.accepted());
    count(provider, "quarantined", receipt.quarantined());
    count(provider, "ignored", ignored.size());
    for (String type : record(provider).kept(receipt, ignored, clock.instant())) {
      registry
          .counter("comms.webhooks.ignored", "provider", provider.wireName(), "type", type)
          .increment();
    }
  }

  /** A request was not taken. */
  void refused(Provider provider, Refusal refusal) {
    count(provider, refusal.passes() ? "postponed" : "refused", 1);
    record(provider).refused(refusal, clock.instant());
  }

  private WebhookRecord record(Provider provider) {
    return Objects.requireNonNull(records.get(provider));
  }

  private void count(Provider provider, String outcome, int n) {
    registry
        .counter("comms.webhooks", "provider", provider.wireName(), "outcome", outcome)
        .increment(n);
  }
}
