package comms.faults;

import java.time.Duration;

/**
 * How events are sent.
 *
 * @param senders threads, each with one request at a time
 * @param batch events in a request
 * @param pause between a sender's requests
 * @param copies how often every event is sent, in any order
 * @param wrongClocks whether the senders' clocks are two days late or early
 * @param poisonEvery after how many events one comes that the store will not take, 0 for never
 */
record Load(
    int senders, int batch, Duration pause, int copies, boolean wrongClocks, int poisonEvery) {

  static final Load NORMAL = new Load(4, 25, Duration.ofMillis(250), 1, false, 0);

  /** As many events in a request as SDKs put into one. */
  Load inLargeRequests() {
    return new Load(senders, 100, pause, copies, wrongClocks, poisonEvery);
  }

  Load tenTimes() {
    return new Load(senders * 5, batch * 2, pause, copies, wrongClocks, poisonEvery);
  }

  Load withCopies(int times) {
    return new Load(senders, batch, pause, times, wrongClocks, poisonEvery);
  }

  Load withWrongClocks() {
    return new Load(senders, batch, pause, copies, true, poisonEvery);
  }

  Load withPoisonEvery(int events) {
    return new Load(senders, batch, pause, copies, wrongClocks, events);
  }

  /** By how much the clock of a sender is wrong. */
  Duration clock(int sender) {
    return wrongClocks ? Duration.ofHours(sender % 2 == 0 ? 48 : -48) : Duration.ZERO;
  }
}
