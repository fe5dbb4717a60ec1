package comms.webhooks;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import comms.ingestion.Reception;
import comms.ingestion.Reception.Receipt;
import comms.ingestion.Refusal;
import comms.ingestion.Source;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/**
 * The way in for what providers report. Once this returns, all failures that the request tells of
 * are on disk in the journal, accepted or in quarantine; when a {@link Refusal} comes back, none
 * is.
 */
@Service
public class WebhookReception {

  /** Longer than any signature is accepted whose request may come once only. */
  private static final Duration REMEMBERED = Duration.ofHours(10);

  private static final int MOST = 200_000;

  private final Map<Provider, Webhook> webhooks;
  private final Reception reception;
  private final WebhookRecords records;
  private final Cache<String, Boolean> seen =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(REMEMBERED).build();

  WebhookReception(List<Webhook> webhooks, Reception reception, WebhookRecords records) {
    this.webhooks =
        webhooks.stream().collect(Collectors.toMap(Webhook::provider, Function.identity()));
    this.reception = reception;
    this.records = records;
  }

  /**
   * Takes a request of a provider.
   *
   * @throws Refusal when the request as a whole is not taken
   */
  public void receive(Provider provider, Post post) {
    Webhook webhook = webhooks.get(provider);
    if (webhook == null || !webhook.configured()) {
      throw new Refusal(
          Refusal.Kind.ABSENT, "This application is not set up to hear from this provider.");
    }
    try {
      Reading reading = webhook.read(post);
      refuseReplay(provider, reading);
      Receipt receipt =
          reading.events().isEmpty()
              ? new Receipt(0, 0, List.of())
              : reception.keep(reading.events(), Source.WEBHOOK);
      reading.once().ifPresent(once -> seen.put(key(provider, once), true));
      records.kept(provider, receipt, reading.ignored());
    } catch (Refusal refusal) {
      records.refused(provider, refusal);
      throw refusal;
    }
  }

  /** What could not be kept may come again; what was kept may not. */
  private void refuseReplay(Provider provider, Reading reading) {
    if (reading.once().filter(once -> seen.getIfPresent(key(provider, once)) != null).isPresent()) {
      throw new Refusal(Refusal.Kind.UNPROVEN, "This signature was used before.");
    }
  }

  private static String key(Provider provider, String once) {
    return provider.wireName() + " " + once;
  }
}
