package comms.ingestion;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Bounds how fast each project key may send. A file import is not bounded: it waits for its chunks.
 */
@Component
class KeyRates {

  private static final Duration SPAN = Duration.ofSeconds(10);

  private final long capacity;
  private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

  KeyRates(DoorLimits limits) {
    capacity = Math.max(1, limits.rate() * SPAN.toSeconds());
  }

  /**
   * Takes events off what the key may still send.
   *
   * @param key a key that is known, so that there are not more of them than were configured
   * @throws Refusal when it has sent too much; SDKs send it again
   */
  void take(String key, int events) {
    if (!buckets
        .computeIfAbsent(key, _ -> bucket())
        .tryConsume(Math.min(Math.max(1, events), capacity))) {
      throw new Refusal(
          Refusal.Kind.BUSY,
          "This project key sends more events than it may; please send them again.");
    }
  }

  private Bucket bucket() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(capacity).refillGreedy(capacity, SPAN))
        .build();
  }
}
