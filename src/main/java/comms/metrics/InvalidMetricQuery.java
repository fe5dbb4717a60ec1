package comms.metrics;

/** A question that no metric can answer; the message says why, in a sentence for the asker. */
public class InvalidMetricQuery extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public InvalidMetricQuery(String message) {
    super(message);
  }
}
