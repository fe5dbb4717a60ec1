package comms.ingestion.web;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;

/**
 * Base64 as it arrives on the web: line ends in it, the URL alphabet, and plus signs that a form
 * decoder has made blanks.
 */
final class Base64Text extends FilterInputStream {

  private Base64Text(InputStream in) {
    super(in);
  }

  static InputStream decode(InputStream in) {
    return Base64.getDecoder().wrap(new Base64Text(in));
  }

  @Override
  public int read() throws IOException {
    int c = super.read();
    while (c == '\r' || c == '\n') {
      c = super.read();
    }
    return switch (c) {
      case ' ', '-' -> '+';
      case '_' -> '/';
      default -> c;
    };
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = 0;
    int c = length > 0 ? read() : -1;
    while (c >= 0) {
      buffer[offset + count++] = (byte) c;
      c = count < length ? read() : -1;
    }
    return count == 0 && length > 0 ? -1 : count;
  }
}
