package comms.ingestion.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import comms.ingestion.DoorLimits;
import comms.ingestion.Refusal;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.springframework.stereotype.Component;

/**
 * Finds the JSON text in a request's body. What the body is, its first bytes tell, layer by layer;
 * nothing that is said about it is believed, because SDKs send gzip without saying so, name their
 * compression in the address, in a header or behind the data, and proxies unpack what they still
 * announce. No two of the forms begin alike: lz-string of a JSON text is base64 of no JSON text.
 */
@Component
class Body {

  private static final int BUFFER = 16 * 1024;

  /**
   * A form around base64 around gzip around JSON is the deepest that SDKs send, all that packed.
   */
  private static final int MAX_LAYERS = 5;

  /** Only SDKs of many years ago send lz-string, and they send little. */
  private static final int MAX_LZ_LENGTH = 2_000_000;

  private static final String BROKEN_FORM = "The form in the body is broken.";
  private static final String NO_JSON =
      "The body is neither JSON nor gzip nor base64 nor deflate nor lz-string of it, nor a form.";

  private final DoorLimits limits;

  Body(DoorLimits limits) {
    this.limits = limits;
  }

  /**
   * The JSON text, unpacked while it is read.
   *
   * @param announced the length that the request announces, below 0 where it announces none
   * @throws Refusal here or while reading, when a layer is broken or longer than allowed
   */
  Content text(InputStream request, long announced) {
    if (announced > limits.body().toBytes()) {
      throw new Refusal(Refusal.Kind.TOO_LARGE, tooLong("body"));
    }
    InputStream inTime = new InTimeInputStream(request, limits.time());
    return unwrap(received(inTime, limits.body().toBytes()), MAX_LAYERS);
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

  private Content unwrap(InputStream in, int layers) {
    Head head = Head.of(in);
    if (head.isJson()) {
      return new Content(new InputStreamReader(skip(in, head.byteOrderMark()), UTF_8.newDecoder()));
    }
    if (head.isEmpty()) {
      throw new Refusal(Refusal.Kind.UNREADABLE, "The body is empty.");
    }
    if (layers == 0) {
      throw new Refusal(Refusal.Kind.UNREADABLE, "The body holds no JSON.");
    }
    if (head.isGzip()) {
      return unwrap(buffered(gunzip(in, limits.decoded().toBytes())), layers - 1);
    }
    if (head.isZlib() || head.isBareDeflate()) {
      InputStream inflated = new InflaterInputStream(in, new Inflater(!head.isZlib()), BUFFER);
      return unwrap(layer(inflated, "The body is broken deflate."), layers - 1);
    }
    InputStream text = skip(in, head.start());
    if (head.isForm()) {
      return form(head, text, layers);
    }
    if (head.isBase64()) {
      InputStream decoded = Base64Text.decode(text);
      return unwrap(layer(decoded, "The body is broken base64."), layers - 1);
    }
    return new Content(lzString(text));
  }

  private Content form(Head head, InputStream in, int layers) {
    FormData form = head.isMultipart() ? new MultipartForm(in) : new UrlEncodedForm(in);
    try {
      if (!form.toData()) {
        throw new Refusal(Refusal.Kind.UNREADABLE, "The form has no field named data.");
      }
    } catch (IOException e) {
      throw new Refusal(Refusal.Kind.UNREADABLE, BROKEN_FORM, e);
    }
    Content content = unwrap(layer(form, BROKEN_FORM), layers - 1);
    return new Content(content.json(), form::key);
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

  private InputStream layer(InputStream in, String broken) {
    return buffered(guarded(in, limits.decoded().toBytes(), broken));
  }

  private InputStream guarded(InputStream in, long limit, String broken) {
    return new GuardedInputStream(
        in, limit, tooLong("unpacked body"), Refusal.Kind.UNREADABLE, broken);
  }

  private Reader lzString(InputStream in) {
    try {
      byte[] packed = in.readNBytes(MAX_LZ_LENGTH + 1);
      if (packed.length > MAX_LZ_LENGTH) {
        throw new Refusal(
            Refusal.Kind.TOO_LARGE,
            "The body is larger than %,d bytes of lz-string.".formatted(MAX_LZ_LENGTH));
      }
      String base64 = new String(packed, UTF_8).strip().replace(' ', '+');
      int limit = (int) Math.min(Integer.MAX_VALUE, limits.decoded().toBytes());
      String text = LzString.decompress(base64, limit);
      if (!text.stripLeading().startsWith("{") && !text.stripLeading().startsWith("[")) {
        throw new Refusal(Refusal.Kind.UNREADABLE, NO_JSON);
      }
      return new StringReader(text);
    } catch (LzString.TooLong e) {
      throw new Refusal(Refusal.Kind.TOO_LARGE, tooLong("unpacked body"), e);
    } catch (IOException e) {
      throw new Refusal(Refusal.Kind.UNREADABLE, NO_JSON, e);
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
}
