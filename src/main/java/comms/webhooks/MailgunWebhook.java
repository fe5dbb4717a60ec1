package comms.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import comms.ingestion.Refusal;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Mailgun's webhooks. The signature covers a time and a token but not the body: whoever has seen
 * one could put another body beside it, so each token is taken with one body only. What happens to
 * a subaccount is signed with its key, and with that of the account above it as {@value #PARENT}.
 */
@Component
class MailgunWebhook implements Webhook {

  private static final String PARENT = "parent-signature";

  /** It is tried again for eight hours. */
  private static final Duration TRYING = Duration.ofHours(9);

  private final List<byte[]> keys;
  private final SigningTime time;
  private final ProviderJson json;

  MailgunWebhook(WebhookSettings settings, SigningTime time, ProviderJson json) {
    this.keys = settings.mailgun().keys().stream().map(key -> key.getBytes(UTF_8)).toList();
    this.time = time;
    this.json = json;
  }

  @Override
  public Provider provider() {
    return Provider.MAILGUN;
  }

  @Override
  public boolean configured() {
    return !keys.isEmpty();
  }

  @Override
  public Reading read(Post post) {
    JsonNode body = json.read(post.body());
    String token = verified(body.path("signature"));
    JsonNode event = body.path("event-data");
    Reading.Collector collector = new Reading.Collector();
    collector.add(MailgunReports.of(event), event.path("event").asString(""));
    return collector.readOnce(token, Digests.sha256(event.toString().getBytes(UTF_8)));
  }

  private String verified(JsonNode signature) {
    String timestamp = signature.path("timestamp").asString("");
    String token = signature.path("token").asString("");
    byte[] signed = (timestamp + token).getBytes(UTF_8);
    if (!isSigned(signed, signature.path("signature"))
        && !isSigned(signed, signature.path(PARENT))) {
      throw new Refusal(Refusal.Kind.UNPROVEN, "The signature is not Mailgun's.");
    }
    // Also because nothing stands between the two: digits moved over make another time.
    time.check(timestamp, TRYING);
    return token;
  }

  private boolean isSigned(byte[] signed, JsonNode signature) {
    byte[] given = signature.asString("").getBytes(UTF_8);
    return keys.stream()
        .map(key -> HexFormat.of().formatHex(Digests.hmacSha256(key, signed)))
        .anyMatch(expected -> Digests.same(expected.getBytes(UTF_8), given));
  }
}
