package comms.connections;

import org.apache.coyote.Request;

/**
 * A connection whose request is being served, and for how long the server has waited for its client
 * without getting on. Only the watch asks it.
 */
final class Visit {

  private final Request request;
  private final Pace reading = new Pace();
  private final Pace writing = new Pace();

  Visit(Request request) {
    this.request = request;
  }

  /** When the first byte of the request came, in nanoseconds of the system's own clock. */
  long since() {
    return request.getStartTimeNanos();
  }

  /**
   * Whether the client is slower than it may be.
   *
   * @param reads whether the server waits for the client to send
   * @param writes whether it waits for the client to read
   * @param millis since it was asked last
   */
  boolean isTooSlow(boolean reads, boolean writes, long millis, ConnectionLimits limits) {
    return reading.isTooSlow(reads, request.getBytesRead(), millis, limits)
        | writing.isTooSlow(writes, request.getResponse().getBytesWritten(false), millis, limits);
  }
}
