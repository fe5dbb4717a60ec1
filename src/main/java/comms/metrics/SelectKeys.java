package comms.metrics;

import comms.catalog.Dimension;

/** Selects what a breakdown would make, before it is asked for. */
public interface SelectKeys {

  /**
   * How many series of each statistic the breakdown of the query would make.
   *
   * @param most where counting stops; more than that means that there are more
   */
  long count(MetricQuery query, long most);

  /**
   * The values of that dimension with the greatest numerators, among equals with the greatest
   * denominators, then by name.
   */
  ShownValues first(MetricQuery query, Dimension dimension, int most);
}
