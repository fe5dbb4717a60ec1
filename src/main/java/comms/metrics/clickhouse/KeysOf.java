package comms.metrics.clickhouse;

import comms.catalog.Dimension;
import comms.catalog.Metric;
import comms.metrics.MetricQuery;
import java.util.Collection;
import java.util.List;

/** Knows what makes the series of one metric; the class that selects its figures. */
interface KeysOf {

  Metric metric();

  /** What the metric counts, and where that is broken down too, what it is divided by. */
  List<Counted> counted(MetricQuery query);

  /**
   * Counts by key as a SELECT.
   *
   * @param sql with {@code $keys} for the columns of the key, {@code $where} for the conditions,
   *     and the count as {@code n}
   * @param dimensions those that the rows have
   */
  record Counted(String sql, Collection<Dimension> dimensions) {

    /** Rows of that relation, which ends with {@code $where}, by that measure. */
    static Counted of(String measure, String relation, Collection<Dimension> dimensions) {
      return new Counted(
          "SELECT $keys, " + measure + " AS n\n" + relation + " GROUP BY $groups", dimensions);
    }
  }
}
