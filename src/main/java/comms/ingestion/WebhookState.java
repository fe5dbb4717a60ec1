package comms.ingestion;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What came through one webhook since this node was started.
 *
 * @param name as in its address
 * @param configured whether it is open
 * @param lastSuccess when a request was answered with 200 last
 * @param lastFailure the last request that was not
 * @param accepted events that were accepted
 * @param quarantined events that went to quarantine
 * @param ignored reports that are no failure, by the sender's word for them
 * @param refused requests that were not taken for good: badly signed, unreadable
 * @param postponed requests that were asked to come again
 */
public record WebhookState(
    String name,
    boolean configured,
    Optional<Instant> lastSuccess,
    Optional<Failure> lastFailure,
    long accepted,
    long quarantined,
    Map<String, Long> ignored,
    long refused,
    long postponed) {

  /** Why a request was not taken. */
  public record Failure(Instant at, String message) {}

  /** How many reports were ignored. */
  public long ignoredInAll() {
    return ignored.values().stream().mapToLong(Long::longValue).sum();
  }
}
