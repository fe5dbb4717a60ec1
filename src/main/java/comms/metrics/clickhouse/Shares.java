package comms.metrics.clickhouse;

import comms.metrics.MetricResult.Figure;

/** Figures that are one count divided by another. */
final class Shares {

  private Shares() {}

  /** The share with the denominator as its sample; no value without one. */
  static Figure of(double numerator, double denominator) {
    return new Figure(
        denominator == 0 ? null : numerator / denominator, numerator, denominator, denominator);
  }

  /** The count itself, out of the whole; no value where nothing was counted. */
  static Figure count(double count, double whole) {
    return new Figure(count == 0 ? null : count, count, whole, count);
  }
}
