package comms.sentry;

import java.util.Collection;
import java.util.List;

/** The issues in Sentry that nobody has resolved yet. */
public interface OpenIssues {

  /** Whether a Sentry is configured that may be asked. */
  boolean configured();

  /**
   * The issues tagged with a channel, seen last first; kept for a minute.
   *
   * @param channels the values of the tag {@code channel} that count; none for any
   * @throws SentrySilent when Sentry does not answer as it should
   */
  List<Issue> tagged(Collection<String> channels);
}
