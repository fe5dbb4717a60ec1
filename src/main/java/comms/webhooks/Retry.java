package comms.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Which attempt failed, as a count of those before it. Where a provider numbers no attempts it is a
 * number made of the provider's own id of the report: the same whenever the report comes again,
 * different for each, and above any count, so that it is taken for none.
 */
record Retry(long count) {

  private static final Pattern ATTEMPT = Pattern.compile("[1-9]\\d{0,5}");
  private static final long MADE = 1_000_000_000;

  /** The retry of an attempt that is numbered from 1, or else one made of the id. */
  static Retry of(JsonNode attempt, String id) {
    String number = attempt.asString("");
    return ATTEMPT.matcher(number).matches() ? new Retry(Long.parseLong(number) - 1) : madeOf(id);
  }

  /** Whether it is known that there were attempts before. */
  boolean isAfterFirst() {
    return count > 0 && count < MADE;
  }

  static Retry madeOf(String id) {
    long hash = ByteBuffer.wrap(Digests.sha256(id.getBytes(UTF_8))).getLong();
    return new Retry(MADE + Math.floorMod(hash, MADE));
  }
}
