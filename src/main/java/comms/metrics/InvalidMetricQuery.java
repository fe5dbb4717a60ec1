package comms.metrics;

import java.util.Collection;
import java.util.List;

/** A question that no metric can answer; the message says why, in a sentence for the asker. */
public class InvalidMetricQuery extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> allowed;

  public InvalidMetricQuery(String message) {
    this(message, List.of());
  }

  /**
   * @param allowed what would have made sense in the place of what was asked
   */
  public InvalidMetricQuery(String message, Collection<String> allowed) {
    super(message);
    this.allowed = List.copyOf(allowed);
  }

  /** Empty where it is not a matter of a list. */
  public List<String> allowed() {
    return allowed;
  }
}
