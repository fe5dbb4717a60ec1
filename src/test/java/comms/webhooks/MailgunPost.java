package comms.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.HexFormat;

/** What Mailgun posts when an attempt to deliver an e-mail has failed for now. */
final class MailgunPost {

  private MailgunPost() {}

  /** Signed with that key just now. */
  static String signed(String key, String token, String notification, int attempt) {
    String timestamp = String.valueOf(Instant.now().getEpochSecond());
    byte[] signature = Digests.hmacSha256(key.getBytes(UTF_8), (timestamp + token).getBytes(UTF_8));
    return of(timestamp, token, HexFormat.of().formatHex(signature), notification, attempt);
  }

  static String of(
      String timestamp, String token, String signature, String notification, int attempt) {
    return """
        {"signature":{"timestamp":"%s","token":"%s","signature":"%s"},
         "event-data":{"event":"failed","severity":"temporary","reason":"generic","id":"e%d",
          "timestamp":1767607200.153125,"recipient":"alice@example.com",
          "delivery-status":{"code":421,"message":"text of a server","attempt-no":%d},
          "user-variables":{"notification_id":"%s","contract_id":"c1","campaign":"x"}}}"""
        .formatted(timestamp, token, signature, attempt, attempt, notification);
  }
}
