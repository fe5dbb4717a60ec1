package comms.sentry;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/** Addresses of Sentry's issue stream; none where no Sentry is configured. */
public interface SentryLinks {

  /**
   * The issues seen in that time.
   *
   * @param channels the values of the tag {@code channel} that count; none for all issues
   * @param from in whole seconds
   * @param to likewise
   */
  Optional<String> issues(Collection<String> channels, Instant from, Instant to);
}
