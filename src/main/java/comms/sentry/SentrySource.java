package comms.sentry;

import java.util.Optional;

/** How this node gets on with Sentry. */
public interface SentrySource {

  /** The state since the start of this node; none where no Sentry is configured to be asked. */
  Optional<SentryState> state();
}
