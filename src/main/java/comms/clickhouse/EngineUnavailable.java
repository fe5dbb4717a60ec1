package comms.clickhouse;

/** The embedded engine cannot run; the message is one sentence for the person who started it. */
class EngineUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  EngineUnavailable(String message) {
    super(message);
  }

  EngineUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
