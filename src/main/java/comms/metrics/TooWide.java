package comms.metrics;

/** A question whose answer would be larger than any answer may be; the message has the way out. */
public class TooWide extends InvalidMetricQuery {

  private static final long serialVersionUID = 1L;

  private final long figures;

  TooWide(String message, long figures) {
    super(message);
    this.figures = figures;
  }

  /** How many figures it would make, at least. */
  public long figures() {
    return figures;
  }
}
