package comms.model;

import org.jspecify.annotations.Nullable;

/** A figure, null when there is no data, with what it is made of. */
record Figure(@Nullable Double value, double numerator, double denominator, double samples) {

  static Figure ratio(double numerator, double denominator) {
    return scaled(1, numerator, denominator);
  }

  static Figure scaled(double factor, double numerator, double denominator) {
    return new Figure(
        denominator == 0 ? null : factor * numerator / denominator,
        numerator,
        denominator,
        denominator);
  }

  static Figure count(double count) {
    return new Figure(count, count, count, count);
  }
}
