package comms.ingestion.web;

import comms.ingestion.Refusal;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A stream that ends in a {@link Refusal} when it is longer than allowed or cannot be read. Each
 * layer of a body has its own, so that the sender learns which of them is at fault.
 */
final class GuardedInputStream extends FilterInputStream {

  private final long limit;
  private final String tooLong;
  private final Refusal.Kind kind;
  private final String broken;
  private long count;

  /**
   * Guards a stream.
   *
   * @param limit how many bytes may be read
   * @param tooLong the sentence when there are more
   * @param kind the refusal when reading fails
   * @param broken the sentence when reading fails
   */
  GuardedInputStream(InputStream in, long limit, String tooLong, Refusal.Kind kind, String broken) {
    super(in);
    this.limit = limit;
    this.tooLong = tooLong;
    this.kind = kind;
    this.broken = broken;
  }

  @Override
  public int read() {
    try {
      int read = super.read();
      if (read >= 0) {
        add(1);
      }
      return read;
    } catch (IOException e) {
      throw new Refusal(kind, broken, e);
    }
  }

  @Override
  public int read(byte[] buffer, int offset, int length) {
    try {
      int read = super.read(buffer, offset, length);
      add(Math.max(0, read));
      return read;
    } catch (IOException e) {
      throw new Refusal(kind, broken, e);
    }
  }

  @Override
  public long skip(long n) {
    return 0;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void add(int read) {
    count += read;
    if (count > limit) {
      throw new Refusal(Refusal.Kind.TOO_LARGE, tooLong);
    }
  }
}
