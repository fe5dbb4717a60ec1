package comms.metrics;

/** Answers questions to metrics, from a cache where it can. */
public interface Metrics {

  /**
   * The answer, from the cache or from the store.
   *
   * @throws InvalidMetricQuery when the metric has no such breakdown, filter or interval, or the
   *     range has too many buckets
   * @throws org.springframework.dao.DataAccessException when the store does not answer
   */
  MetricResult query(MetricQuery query);

  /**
   * About how many bytes the answer will take in memory; what cannot be told takes none.
   *
   * @throws InvalidMetricQuery as the question itself would
   */
  default long bytes(MetricQuery query) {
    return 0;
  }
}
