package comms.telemetry;

/**
 * One counter of a histogram or summary.
 *
 * @param metric what it is called in the store, whatever the servers call it
 * @param instance the label of that name
 * @param series all labels, but for those that tell the counters of one series apart
 * @param part {@value #SUM}, {@value #COUNT}, the upper bound of a cumulative bucket, both bounds
 *     of a bucket that counts for itself, or {@value #SCHEMA} for what tells the kind of buckets
 */
public record Counter(String metric, String instance, String series, String part) {

  public static final String SUM = "sum";
  public static final String COUNT = "count";
  static final String SCHEMA = "schema";

  private static final String BETWEEN = "..";

  /** That bucket of the same series, which counts for itself. */
  public Counter between(double lower, double upper) {
    return part(lower + BETWEEN + upper);
  }

  Counter part(String other) {
    return new Counter(metric, instance, series, other);
  }

  /** Whether it is a bucket of either kind. */
  public boolean isBucket() {
    return !part.equals(SUM) && !part.equals(COUNT) && !part.equals(SCHEMA);
  }

  /** Whether it is a bucket that counts for itself. */
  public boolean isOwnBucket() {
    return part.contains(BETWEEN);
  }

  /** The upper bound, of a bucket. */
  public double bound() {
    return Double.parseDouble(part.substring(isOwnBucket() ? end() + BETWEEN.length() : 0));
  }

  /** The lower bound, of a bucket that counts for itself. */
  public double lower() {
    return Double.parseDouble(part.substring(0, end()));
  }

  private int end() {
    return part.indexOf(BETWEEN);
  }
}
