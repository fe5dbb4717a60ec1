package comms.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import comms.ingestion.Refusal;
import java.time.Duration;
import java.util.HexFormat;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Mailgun's webhooks. The signature covers a time and a token but not the body: whoever has seen
 * one could put another body beside it, so each token is taken once.
 */
@Component
class MailgunWebhook implements Webhook {

  /** It is tried again for eight hours. */
  private static final Duration TRYING = Duration.ofHours(9);

  private final String signingKey;
  private final SigningTime time;
  private final ProviderJson json;

  MailgunWebhook(WebhookSettings settings, SigningTime time, ProviderJson json) {
    this.signingKey = settings.mailgun().signingKey().strip();
    this.time = time;
    this.json = json;
  }

  @Override
  public Provider provider() {
    return Provider.MAILGUN;
  }

  @Override
  public boolean configured() {
    return !signingKey.isEmpty();
  }

  @Override
  public Reading read(Post post) {
    JsonNode body = json.read(post.body());
    String token = verified(body.path("signature"));
    JsonNode event = body.path("event-data");
    Reading.Collector collector = new Reading.Collector();
    collector.add(MailgunReports.of(event), event.path("event").asString(""));
    return collector.readOnce(token);
  }

  private String verified(JsonNode signature) {
    String timestamp = signature.path("timestamp").asString("");
    String token = signature.path("token").asString("");
    byte[] signed =
        Digests.hmacSha256(signingKey.getBytes(UTF_8), (timestamp + token).getBytes(UTF_8));
    String expected = HexFormat.of().formatHex(signed);
    String given = signature.path("signature").asString("");
    if (!Digests.same(expected.getBytes(UTF_8), given.getBytes(UTF_8))) {
      throw new Refusal(Refusal.Kind.UNPROVEN, "The signature is not Mailgun's.");
    }
    // Also because nothing stands between the two: digits moved over make another time.
    time.check(timestamp, TRYING);
    return token;
  }
}
