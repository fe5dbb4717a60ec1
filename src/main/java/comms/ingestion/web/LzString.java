package comms.ingestion.web;

import java.io.IOException;
import java.util.Arrays;

/**
 * Decompresses lz-string's base64 form, which very old browser SDKs send. The phrases of the
 * dictionary are slices of the output, so memory is bounded by the output's length.
 */
final class LzString {

  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  private static final byte[] VALUES = values();
  private static final int FIRST_PHRASE = 3;

  private final String input;
  private final int limit;
  private int inputPosition;
  private int bits;
  private int bitCount;

  private char[] output = new char[1024];
  private int length;
  private int[] starts = new int[256];
  private int[] lengths = new int[256];
  private int phrases = FIRST_PHRASE;

  private LzString(String input, int limit) {
    this.input = input;
    this.limit = limit;
  }

  /** The output would be longer than the limit. */
  static final class TooLong extends IOException {

    private static final long serialVersionUID = 1L;
  }

  /**
   * The text that was compressed.
   *
   * @throws TooLong when it is longer than {@code limit} characters
   * @throws IOException when the input is no such text
   */
  static String decompress(String base64, int limit) throws IOException {
    return new LzString(base64, limit).decompress();
  }

  private String decompress() throws IOException {
    int width = 3;
    int room = 1 << width;
    int code = readBits(2);
    if (code == 2) {
      return "";
    }
    append(literal(code));
    int previousStart = 0;
    int previousLength = 1;
    remember(0, 1);
    while (true) {
      code = readBits(width);
      if (code == 2) {
        return new String(output, 0, length);
      }
      int start = length;
      if (code < 2) {
        append(literal(code));
        remember(start, 1);
      } else if (code < phrases) {
        copy(starts[code], lengths[code]);
      } else if (code == phrases) {
        copy(previousStart, previousLength);
        append(output[previousStart]);
      } else {
        throw new IOException("a phrase that is not known yet");
      }
      remember(previousStart, previousLength + 1);
      previousStart = start;
      previousLength = length - start;
      while (phrases + 1 > room) {
        width++;
        room = 1 << width;
      }
    }
  }

  private char literal(int code) throws IOException {
    return switch (code) {
      case 0 -> (char) readBits(8);
      case 1 -> (char) readBits(16);
      default -> throw new IOException("a phrase before the first character");
    };
  }

  private void remember(int start, int phraseLength) {
    if (phrases == starts.length) {
      starts = Arrays.copyOf(starts, phrases * 2);
      lengths = Arrays.copyOf(lengths, phrases * 2);
    }
    starts[phrases] = start;
    lengths[phrases] = phraseLength;
    phrases++;
  }

  private void copy(int start, int count) throws IOException {
    ensure(count);
    System.arraycopy(output, start, output, length, count);
    length += count;
  }

  private void append(char c) throws IOException {
    ensure(1);
    output[length++] = c;
  }

  private void ensure(int more) throws IOException {
    if (length + more > limit) {
      throw new TooLong();
    }
    if (length + more > output.length) {
      output = Arrays.copyOf(output, Math.max(length + more, output.length * 2));
    }
  }

  /** Bits come least significant first. */
  private int readBits(int count) throws IOException {
    int value = 0;
    for (int i = 0; i < count; i++) {
      value |= readBit() << i;
    }
    return value;
  }

  private int readBit() throws IOException {
    if (bitCount == 0) {
      if (inputPosition >= input.length()) {
        throw new IOException("the text ends too early");
      }
      char c = input.charAt(inputPosition++);
      bits = c < VALUES.length ? VALUES[c] : -1;
      if (bits < 0) {
        throw new IOException("a character outside base64");
      }
      bitCount = 6;
    }
    bitCount--;
    return bits >> bitCount & 1;
  }

  private static byte[] values() {
    byte[] values = new byte[128];
    Arrays.fill(values, (byte) -1);
    for (int i = 0; i < ALPHABET.length(); i++) {
      values[ALPHABET.charAt(i)] = (byte) i;
    }
    values['='] = 0;
    return values;
  }
}
