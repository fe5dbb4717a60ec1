package comms.ingestion.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import comms.ingestion.DoorLimits;
import comms.ingestion.EventText;
import comms.ingestion.Refusal;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.springframework.stereotype.Component;

/**
 * Finds the JSON text in a request's body. What the body is, its first bytes tell; headers are not
 * asked, because SDKs send gzip without saying so and proxies unpack what they still announce.
 */
@Component
class Body {

  private static final int BUFFER = 16 * 1024;
  private static final int HEAD = 64;
  private static final byte[] FORM = "data=".getBytes(UTF_8);

  /** A form around base64 around gzip around JSON is the deepest that SDKs send. */
  private static final int MAX_LAYERS = 4;

  /** Only SDKs of many years ago send lz-string, and they send little. */
  private static final int MAX_LZ_LENGTH = 2_000_000;

  private final DoorLimits limits;

  Body(DoorLimits limits) {
    this.limits = limits;
  }

  /**
   * The JSON text, unpacked while it is read.
   *
   * @param announced the length that the request announces, below 0 where it announces none
   * @param lzString whether the request says that it is lz-string
   * @throws Refusal here or while reading, when a layer is broken or longer than allowed
   */
  Reader text(InputStream request, long announced, boolean lzString) {
    if (announced > limits.body().toBytes()) {
      throw new Refusal(Refusal.Kind.TOO_LARGE, tooLong("body"));
    }
    InputStream inTime = new InTimeInputStream(request, limits.time());
    return unwrap(received(inTime, limits.body().toBytes()), lzString, MAX_LAYERS);
  }

  /** The lines of a file, unpacked while they are read; a file may be of any length. */
  InputStream file(InputStream request) {
    InputStream in = received(request, Long.MAX_VALUE);
    Head head = Head.of(in);
    if (!head.isGzip()) {
      return skip(in, head.byteOrderMark());
    }
    InputStream file = new BufferedInputStream(gunzip(in, Long.MAX_VALUE), BUFFER);
    return skip(file, Head.of(file).byteOrderMark());
  }

  private Reader unwrap(InputStream in, boolean lzString, int layers) {
    Head head = Head.of(in);
    long limit = limits.decoded().toBytes();
    if (head.isJson()) {
      return EventText.of(skip(in, head.byteOrderMark()));
    }
    if (head.isEmpty()) {
      throw new Refusal(Refusal.Kind.UNREADABLE, "The body is empty.");
    }
    if (layers == 0) {
      throw new Refusal(Refusal.Kind.UNREADABLE, "The body holds no JSON.");
    }
    if (head.isGzip()) {
      return unwrap(buffered(gunzip(in, limit)), false, layers - 1);
    }
    if (head.startsWith(FORM)) {
      InputStream value = new FormDataInputStream(skip(in, FORM.length));
      return unwrap(
          buffered(guarded(value, limit, "The form in the body is broken.")), lzString, layers - 1);
    }
    if (lzString) {
      return lzString(in);
    }
    InputStream decoded = Base64Text.decode(in);
    return unwrap(
        buffered(guarded(decoded, limit, "The body is neither JSON nor gzip nor base64.")),
        false,
        layers - 1);
  }

  private InputStream received(InputStream request, long limit) {
    return buffered(
        new GuardedInputStream(
            request,
            limit,
            tooLong("body"),
            Refusal.Kind.UNAVAILABLE,
            "The body did not arrive whole; please send it again."));
  }

  private InputStream gunzip(InputStream in, long limit) {
    String broken = "The body is broken gzip.";
    try {
      return guarded(new GZIPInputStream(in, BUFFER), limit, broken);
    } catch (IOException e) {
      throw new Refusal(Refusal.Kind.UNREADABLE, broken, e);
    }
  }

  private InputStream guarded(InputStream in, long limit, String broken) {
    return new GuardedInputStream(
        in, limit, tooLong("unpacked body"), Refusal.Kind.UNREADABLE, broken);
  }

  private Reader lzString(InputStream in) {
    try {
      String base64 = new String(in.readNBytes(MAX_LZ_LENGTH), UTF_8).strip().replace(' ', '+');
      int limit = (int) Math.min(Integer.MAX_VALUE, limits.decoded().toBytes());
      return new StringReader(LzString.decompress(base64, limit));
    } catch (LzString.TooLong e) {
      throw new Refusal(Refusal.Kind.TOO_LARGE, tooLong("unpacked body"), e);
    } catch (IOException e) {
      throw new Refusal(Refusal.Kind.UNREADABLE, "The body is broken lz-string.", e);
    }
  }

  private String tooLong(String what) {
    long bytes = what.equals("body") ? limits.body().toBytes() : limits.decoded().toBytes();
    return "The %s is larger than %,d bytes.".formatted(what, bytes);
  }

  private static InputStream buffered(InputStream in) {
    return new BufferedInputStream(in, BUFFER);
  }

  private static InputStream skip(InputStream in, int count) {
    try {
      in.skipNBytes(count);
      return in;
    } catch (IOException e) {
      throw new Refusal(Refusal.Kind.UNREADABLE, "The body cannot be read.", e);
    }
  }

  /** The first bytes of a layer, looked at without taking them. */
  private record Head(byte[] bytes, int start) {

    static Head of(InputStream in) {
      try {
        in.mark(HEAD);
        byte[] bytes = in.readNBytes(HEAD);
        in.reset();
        return new Head(bytes, firstVisible(bytes));
      } catch (IOException e) {
        throw new Refusal(Refusal.Kind.UNREADABLE, "The body cannot be read.", e);
      }
    }

    boolean isEmpty() {
      return bytes.length < HEAD && start == bytes.length;
    }

    boolean isGzip() {
      return bytes.length > 1 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b;
    }

    boolean isJson() {
      return start < bytes.length && (bytes[start] == '{' || bytes[start] == '[');
    }

    boolean startsWith(byte[] prefix) {
      return Arrays.equals(
          bytes, 0, Math.min(prefix.length, bytes.length), prefix, 0, prefix.length);
    }

    /** How long the byte order mark is that some editors put first. */
    int byteOrderMark() {
      return hasMark(bytes) ? 3 : 0;
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
}
