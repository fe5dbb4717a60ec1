package comms.telemetry;

/** A server does not answer, or not what it was asked for; says so in one line, without secrets. */
final class PrometheusFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final int LONGEST = 300;

  PrometheusFailure(String message) {
    super(shortened(message));
  }

  PrometheusFailure(String message, Throwable cause) {
    super(shortened(message), cause);
  }

  private static String shortened(String message) {
    String line = message.lines().findFirst().orElse("").strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }
}
