package comms.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import comms.ingestion.Refusal;
import java.time.Duration;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * SendGrid's signed event webhook. The signature covers the body, so what comes again can only be
 * the same, which counts once; it is no reason to refuse.
 */
@Component
class SendGridWebhook implements Webhook {

  static final String SIGNATURE = "X-Twilio-Email-Event-Webhook-Signature";
  static final String TIMESTAMP = "X-Twilio-Email-Event-Webhook-Timestamp";

  /** It is tried again for a day. */
  private static final Duration TRYING = Duration.ofHours(25);

  private final EcdsaSignature signature;
  private final SigningTime time;
  private final ProviderJson json;

  SendGridWebhook(WebhookSettings settings, SigningTime time, ProviderJson json) {
    this.signature = EcdsaSignature.of(settings.sendgrid().publicKeys());
    this.time = time;
    this.json = json;
  }

  @Override
  public Provider provider() {
    return Provider.SENDGRID;
  }

  @Override
  public boolean configured() {
    return signature.hasKeys();
  }

  @Override
  public Reading read(Post post) {
    String timestamp = post.header(TIMESTAMP);
    if (!signature.fits(post.header(SIGNATURE), timestamp.getBytes(UTF_8), post.body())) {
      throw new Refusal(Refusal.Kind.UNPROVEN, "The signature is not SendGrid's for this body.");
    }
    time.check(timestamp, TRYING);
    JsonNode events = json.read(post.body());
    if (!events.isArray()) {
      throw new Refusal(Refusal.Kind.UNREADABLE, "The body is no array of events.");
    }
    Reading.Collector collector = new Reading.Collector();
    for (JsonNode event : events) {
      collector.add(SendGridReports.of(event), event.path("event").asString(""));
    }
    return collector.reading();
  }
}
