package comms.disputes;

import comms.catalog.Dimension;
import comms.metrics.TimeRange;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which disputes.
 *
 * @param values for each dimension the values that count: {@code initiator_role}, {@code
 *     reason_category}, {@code resolution}; others concern no dispute and are refused
 * @param resolvedIn when the resolved ones were resolved, null for whenever
 * @param at the moment by which ages and what remains are told, so that several questions agree
 */
public record DisputeFilter(
    State state,
    Bucket bucket,
    Map<Dimension, Set<String>> values,
    @Nullable TimeRange resolvedIn,
    Instant at) {

  /** Whether they are open. */
  public enum State {
    OPEN,
    RESOLVED,
    ALL;

    /** The state of that wire name, if there is one. */
    public static Optional<State> named(String wireName) {
      return Arrays.stream(values()).filter(s -> s.wireName().equals(wireName)).findFirst();
    }

    /** The name in the HTTP API and in URLs. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How old they are, or were when they were resolved; or whether they are overdue. */
  public enum Bucket {
    ANY(""),
    DAY("<24h"),
    SECOND_DAY("24-48h"),
    LONGER("48h+"),
    /** The first two of them. */
    TWO_DAYS("<48h"),
    OVERDUE("overdue");

    private final String wireName;

    Bucket(String wireName) {
      this.wireName = wireName;
    }

    /** The bucket of that wire name, if there is one. */
    public static Optional<Bucket> named(String wireName) {
      return Arrays.stream(values()).filter(b -> b.wireName.equals(wireName)).findFirst();
    }

    /** The name in the HTTP API and in URLs. */
    public String wireName() {
      return wireName;
    }
  }

  /** The dimensions that a dispute has. */
  public static final Set<Dimension> DIMENSIONS =
      Set.of(Dimension.INITIATOR_ROLE, Dimension.REASON_CATEGORY, Dimension.RESOLUTION);

  public DisputeFilter {
    values = Collections.unmodifiableMap(new TreeMap<>(values));
    if (!DIMENSIONS.containsAll(values.keySet())) {
      throw new IllegalArgumentException("disputes do not have all of " + values.keySet());
    }
  }

  /** The open ones of that moment. */
  public static DisputeFilter open(Instant at) {
    return new DisputeFilter(State.OPEN, Bucket.ANY, Map.of(), null, at);
  }

  public DisputeFilter withBucket(Bucket bucket) {
    return new DisputeFilter(state, bucket, values, resolvedIn, at);
  }

  public DisputeFilter withValues(Map<Dimension, Set<String>> values) {
    return new DisputeFilter(state, bucket, values, resolvedIn, at);
  }
}
