package comms.telemetry;

/** Numbers as Prometheus writes them, with {@code +Inf}, {@code -Inf} and {@code NaN}. */
final class PrometheusNumber {

  private PrometheusNumber() {}

  /**
   * @throws NumberFormatException when it is no number
   */
  static double parse(String text) {
    return switch (text) {
      case "+Inf", "Inf" -> Double.POSITIVE_INFINITY;
      case "-Inf" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(text);
    };
  }
}
