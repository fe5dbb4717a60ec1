package comms.ingestion.web;

import comms.ingestion.Refusal;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** A body that has to arrive within a time, however slowly its sender dribbles. */
final class InTimeInputStream extends FilterInputStream {

  private final long deadline;

  InTimeInputStream(InputStream in, Duration time) {
    super(in);
    deadline = System.nanoTime() + time.toNanos();
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    check();
    return read;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    check();
    return read;
  }

  private void check() {
    if (System.nanoTime() - deadline > 0) {
      throw new Refusal(
          Refusal.Kind.UNAVAILABLE, "The body takes too long to arrive; please send it again.");
    }
  }
}
