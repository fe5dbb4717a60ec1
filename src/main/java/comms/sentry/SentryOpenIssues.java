package comms.sentry;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps what Sentry has answered for a minute, and how Sentry does since the start. */
@Component
class SentryOpenIssues implements OpenIssues, SentrySource {

  private static final Duration KEPT = Duration.ofMinutes(1);
  private static final int MOST_QUESTIONS = 100;

  private final SentrySettings settings;
  private final SentryClient client;
  private final Clock clock;
  private final LoadingCache<String, List<Issue>> issues;
  private final AtomicLong failures = new AtomicLong();
  private volatile @Nullable Instant lastSuccess;
  private volatile SentryState.@Nullable Failure failure;
  private volatile boolean failing;

  SentryOpenIssues(SentrySettings settings, SentryClient client, Clock clock) {
    this.settings = settings;
    this.client = client;
    this.clock = clock;
    this.issues =
        Caffeine.newBuilder().maximumSize(MOST_QUESTIONS).expireAfterWrite(KEPT).build(this::ask);
  }

  @Override
  public boolean configured() {
    return settings.issues().isPresent();
  }

  @Override
  public List<Issue> tagged(Collection<String> channels) {
    return issues.get(query(channels));
  }

  /**
   * Asks for the issues of all channels, whatever is kept.
   *
   * @throws SentrySilent when Sentry does not answer as it should
   */
  void refresh() {
    String all = query(List.of());
    issues.put(all, ask(all));
  }

  @Override
  public Optional<SentryState> state() {
    return settings
        .shown()
        .filter(_ -> configured())
        .map(
            address ->
                new SentryState(
                    address,
                    Optional.ofNullable(lastSuccess),
                    Optional.ofNullable(lastSuccess).map(this::age),
                    failures.get(),
                    failing,
                    Optional.ofNullable(failure)));
  }

  private Duration age(Instant at) {
    Duration age = Duration.between(at, clock.instant());
    return age.isNegative() ? Duration.ZERO : age;
  }

  private static String query(Collection<String> channels) {
    return "is:unresolved "
        + (channels.isEmpty() ? "has:channel" : ChannelQuery.of(new TreeSet<>(channels)));
  }

  private List<Issue> ask(String query) {
    try {
      List<Issue> found = client.issues(query);
      lastSuccess = clock.instant();
      failing = false;
      return found;
    } catch (SentrySilent e) {
      // Who is told to leave does not wait for an answer, which says nothing about Sentry.
      if (!Thread.currentThread().isInterrupted()) {
        failed(String.valueOf(e.getMessage()));
      }
      throw e;
    }
  }

  private void failed(String message) {
    failure = new SentryState.Failure(clock.instant(), message);
    failing = true;
    failures.incrementAndGet();
  }
}
