package comms.metrics;

import comms.catalog.Dimension;
import java.util.Map;

/** Tells what senders have made up more values of than dashboards tell apart. */
public interface ManyValues {

  /**
   * How many more there are in that period, at least, by dimension; one of which all are shown is
   * not there.
   *
   * @throws org.springframework.dao.DataAccessException when the store does not answer
   */
  Map<Dimension, Long> past(TimeRange range);
}
