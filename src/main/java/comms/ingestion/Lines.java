package comms.ingestion;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * Splits a stream into lines of bytes, each bounded in length, without holding more than one. The
 * rest of an overlong line is read and dropped.
 */
final class Lines {

  private static final int CHUNK = 64 * 1024;

  private final InputStream in;
  private final byte[] chunk = new byte[CHUNK];
  private byte[] line = new byte[4096];
  private final int longest;
  private int position;
  private int end;

  Lines(InputStream in, int longest) {
    this.in = in;
    this.longest = longest;
  }

  /** A line without its end; {@code whole} is false where it was longer than allowed. */
  record Line(byte[] bytes, int length, boolean whole) {

    boolean isBlank() {
      for (int i = 0; i < length; i++) {
        if (bytes[i] > ' ' || bytes[i] < 0) {
          return false;
        }
      }
      return true;
    }
  }

  /** The next line, valid until the next call; empty at the end. */
  Optional<Line> next() throws IOException {
    int length = 0;
    boolean any = false;
    boolean whole = true;
    while (position < end || fill()) {
      any = true;
      int stop = indexOfNewline();
      int count = stop - position;
      if (length + count > longest) {
        whole = false;
      } else {
        append(length, count);
        length += count;
      }
      boolean ended = stop < end;
      position = ended ? stop + 1 : stop;
      if (ended) {
        break;
      }
    }
    return any ? Optional.of(new Line(line, length, whole)) : Optional.empty();
  }

  private boolean fill() throws IOException {
    position = 0;
    end = Math.max(0, in.read(chunk));
    return end > 0;
  }

  private int indexOfNewline() {
    int i = position;
    while (i < end && chunk[i] != '\n') {
      i++;
    }
    return i;
  }

  private void append(int length, int count) {
    if (length + count > line.length) {
      line = Arrays.copyOf(line, Math.min(longest, (length + count) * 2));
    }
    System.arraycopy(chunk, position, line, length, count);
  }
}
