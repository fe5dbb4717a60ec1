package comms.metrics;

import comms.catalog.Metric;

/** Selects the figures of one metric from the store; one class for each metric. */
public interface SelectMetric {

  Metric metric();

  /**
   * The figures by key, stat and bucket; buckets without data may be left out.
   *
   * @throws InvalidMetricQuery when the combination of breakdowns and filters makes no sense
   * @throws org.springframework.dao.DataAccessException when the store does not answer
   */
  Figures select(MetricQuery query, Buckets buckets);
}
