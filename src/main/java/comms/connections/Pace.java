package comms.connections;

/** How much came or went while the server waited for a client; its own work does not count. */
final class Pace {

  private long waited;
  private long start;

  /**
   * Whether a whole window of waiting is over in which too little has moved.
   *
   * @param waits whether the server waits for the client now
   * @param bytes that have moved since the beginning
   * @param millis since it was asked last
   */
  boolean isTooSlow(boolean waits, long bytes, long millis, ConnectionLimits limits) {
    if (bytes < start || bytes - start >= limits.bytesInWindow()) {
      start = bytes;
      waited = 0;
      return false;
    }
    waited += waits ? millis : 0;
    return waited >= limits.window().toMillis();
  }
}
