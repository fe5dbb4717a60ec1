package comms.sentry;

/** Sentry does not answer, or not as it should. The message tells no secret. */
public class SentrySilent extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Without a cause, as when Sentry itself says no. */
  public SentrySilent(String message) {
    super(message);
  }

  SentrySilent(String message, Throwable cause) {
    super(message, cause);
  }
}
