package comms.metrics;

/** How much a question may ask for and make, whoever asks and whatever senders have sent. */
public final class Bounds {

  /** Figures of an answer: buckets times series, each of a key and a statistic. */
  public static final int FIGURES = 200_000;

  /** Buckets of an answer. */
  public static final int BUCKETS = 10_000;

  /** Values with a series of their own where the others are put together. */
  public static final int TOP = 200;

  /** Values that a dashboard tells apart in a list; a chart has colours for fewer. */
  public static final int SHOWN = 10;

  /** Values of all filters together. */
  static final int FILTER_VALUES = 200;

  /** Characters of one of them; what a sender's property may hold is shorter. */
  static final int FILTER_LENGTH = 1_000;

  private Bounds() {}
}
