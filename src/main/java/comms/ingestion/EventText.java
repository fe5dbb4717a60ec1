package comms.ingestion;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;

/**
 * The text of events, which is UTF-8. Bytes that are none become half of a character, as no sender
 * can write it by mistake, so that they spoil the value in which they stand and nothing else.
 */
public final class EventText {

  /** Half of a surrogate pair: it is found again in the value, and is never part of a valid one. */
  private static final String BROKEN = "\uDC80";

  private EventText() {}

  /** The text, decoded while it is read. */
  public static Reader of(InputStream in) {
    return new InputStreamReader(in, decoder());
  }

  /** Decodes one text after the other. */
  static final class Decoder {

    private final CharsetDecoder decoder = decoder();

    Slice decode(byte[] bytes, int length) {
      try {
        CharBuffer text = decoder.decode(ByteBuffer.wrap(bytes, 0, length));
        return new Slice(text.array(), text.arrayOffset(), text.remaining(), true);
      } catch (CharacterCodingException e) {
        throw new IllegalStateException("broken bytes are replaced", e);
      }
    }
  }

  /** Whether halves of surrogate pairs stand alone in the text. */
  static boolean isBroken(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        boolean paired =
            Character.isHighSurrogate(c)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!paired) {
          return true;
        }
        i++;
      }
    }
    return false;
  }

  /** The start of the text, without half of a character at its end. */
  static String cut(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
    return text.substring(0, end);
  }

  private static CharsetDecoder decoder() {
    return UTF_8
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPLACE)
        .onUnmappableCharacter(CodingErrorAction.REPLACE)
        .replaceWith(BROKEN);
  }
}
