package comms.metrics;

/** Answers questions for delivery waterfalls, from a cache where it can. */
public interface Waterfalls {

  /**
   * The waterfall of that period.
   *
   * @throws InvalidMetricQuery when it cannot be filtered so
   * @throws org.springframework.dao.DataAccessException when the store does not answer
   */
  Waterfall of(Waterfall.Question question);
}
