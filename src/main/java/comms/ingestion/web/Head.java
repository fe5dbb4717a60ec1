package comms.ingestion.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import comms.ingestion.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The first bytes of a layer of a body, looked at without taking them.
 *
 * @param start where they are visible, behind a byte order mark and blanks
 */
record Head(byte[] bytes, int start) {

  private static final int LENGTH = 512;

  /** Enough to see past what a sender may put before its JSON. */
  private static final int DECODED = 64;

  /**
   * Looks at a stream that can be marked.
   *
   * @throws Refusal when it cannot be read
   */
  static Head of(InputStream in) {
    try {
      in.mark(LENGTH);
      byte[] bytes = in.readNBytes(LENGTH);
      in.reset();
      return of(bytes);
    } catch (IOException e) {
      throw new Refusal(Refusal.Kind.UNREADABLE, "The body cannot be read.", e);
    }
  }

  private static Head of(byte[] bytes) {
    return new Head(bytes, firstVisible(bytes));
  }

  boolean isEmpty() {
    return bytes.length < LENGTH && start == bytes.length;
  }

  boolean isJson() {
    return start < bytes.length && (bytes[start] == '{' || bytes[start] == '[');
  }

  boolean isGzip() {
    return bytes.length > 1 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b;
  }

  /** Deflate as it is meant to be sent, with two bytes that say so. */
  boolean isZlib() {
    return bytes.length > 1
        && bytes[0] == 0x78
        && (bytes[1] == 0x01
            || bytes[1] == 0x5e
            || bytes[1] == (byte) 0x9c
            || bytes[1] == (byte) 0xda);
  }

  /** Deflate without these bytes, as some send it; whether it is, only trying tells. */
  boolean isBareDeflate() {
    if (isText()) {
      return false;
    }
    Head inflated = of(inflated());
    return inflated.isJson() || inflated.isText() && inflated.isForm();
  }

  boolean isForm() {
    return isMultipart() || UrlEncodedForm.begins(text());
  }

  boolean isMultipart() {
    return MultipartForm.begins(text());
  }

  /** Whether this is base64 of something else that is known here. */
  boolean isBase64() {
    Head decoded = of(decoded());
    return decoded.isJson()
        || decoded.isGzip()
        || decoded.isZlib()
        || !decoded.isEmpty() && decoded.isText() && decoded.isBase64();
  }

  /** How long the byte order mark is that some editors put first. */
  int byteOrderMark() {
    return hasMark(bytes) ? 3 : 0;
  }

  /** Whether no byte of them is a control character. */
  private boolean isText() {
    for (byte c : bytes) {
      if (c >= 0 && c < ' ' && c != '\t' && c != '\r' && c != '\n') {
        return false;
      }
    }
    return true;
  }

  private byte[] inflated() {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(bytes);
      byte[] inflated = new byte[DECODED];
      return Arrays.copyOf(inflated, inflater.inflate(inflated));
    } catch (DataFormatException e) {
      return new byte[0];
    } finally {
      inflater.end();
    }
  }

  private byte[] decoded() {
    ByteArrayInputStream visible = new ByteArrayInputStream(bytes, start, bytes.length - start);
    try (InputStream in = Base64Text.decode(visible)) {
      return in.readNBytes(DECODED);
    } catch (IOException e) {
      return new byte[0];
    }
  }

  private String text() {
    return new String(bytes, start, bytes.length - start, ISO_8859_1);
  }

  private static boolean hasMark(byte[] bytes) {
    return bytes.length > 2
        && bytes[0] == (byte) 0xef
        && bytes[1] == (byte) 0xbb
        && bytes[2] == (byte) 0xbf;
  }

  private static int firstVisible(byte[] bytes) {
    int i = hasMark(bytes) ? 3 : 0;
    while (i < bytes.length && bytes[i] >= 0 && bytes[i] <= ' ') {
      i++;
    }
    return i;
  }
}
