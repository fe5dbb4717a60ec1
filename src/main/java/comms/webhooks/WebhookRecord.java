package comms.webhooks;

import comms.ingestion.Reception.Receipt;
import comms.ingestion.Refusal;
import comms.ingestion.WebhookState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What came through one webhook. The words for what was ignored are bounded. */
final class WebhookRecord {

  private static final int MOST_TYPES = 40;
  private static final Pattern TYPE = Pattern.compile("[\\w .-]{1,60}");
  private static final String OTHER = "(other)";

  private final Map<String, Long> ignored = new TreeMap<>();
  private @Nullable Instant lastSuccess;
  private WebhookState.@Nullable Failure lastFailure;
  private long accepted;
  private long quarantined;
  private long refused;
  private long postponed;

  synchronized WebhookState state(Provider provider, boolean configured) {
    return new WebhookState(
        provider.wireName(),
        configured,
        Optional.ofNullable(lastSuccess),
        Optional.ofNullable(lastFailure),
        accepted,
        quarantined,
        Map.copyOf(ignored),
        refused,
        postponed);
  }

  /** Counts a request that was kept; the words come back as they were counted. */
  synchronized List<String> kept(Receipt receipt, List<String> types, Instant now) {
    lastSuccess = now;
    accepted += receipt.accepted();
    quarantined += receipt.quarantined();
    List<String> bounded = types.stream().map(this::bounded).toList();
    bounded.forEach(type -> ignored.merge(type, 1L, Long::sum));
    return bounded;
  }

  synchronized void refused(Refusal refusal, Instant now) {
    lastFailure = new WebhookState.Failure(now, refusal.sentence());
    if (refusal.passes()) {
      postponed++;
    } else {
      refused++;
    }
  }

  private String bounded(String type) {
    boolean fits =
        ignored.containsKey(type) || (ignored.size() < MOST_TYPES && TYPE.matcher(type).matches());
    return fits ? type : OTHER;
  }
}
