package comms.ingestion.web;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The value of the first field of a URL-encoded form, decoded; it ends at the next field. */
final class FormDataInputStream extends FilterInputStream {

  private boolean ended;

  /** Continues behind the field's name and its equals sign. */
  FormDataInputStream(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    int c = ended ? -1 : super.read();
    return switch (c) {
      case -1, '&' -> {
        ended = true;
        yield -1;
      }
      case '+' -> ' ';
      case '%' -> hex() << 4 | hex();
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

  private int hex() throws IOException {
    int digit = Character.digit(super.read(), 16);
    if (digit < 0) {
      throw new IOException("a percent sign without two hexadecimal digits");
    }
    return digit;
  }
}
