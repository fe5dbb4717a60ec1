package comms.telemetry;

/**
 * One counter of a histogram or summary.
 *
 * @param metric what it is called in the store, whatever the servers call it
 * @param instance the label of that name
 * @param series all labels, but for those that tell the counters of one series apart
 * @param part {@value #SUM}, {@value #COUNT}, or the upper bound of a bucket
 */
public record Counter(String metric, String instance, String series, String part) {

  public static final String SUM = "sum";
  public static final String COUNT = "count";

  public boolean isBucket() {
    return !part.equals(SUM) && !part.equals(COUNT);
  }

  /** The upper bound, of a bucket. */
  public double bound() {
    return Double.parseDouble(part);
  }
}
