package comms.api;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place in a list, behind one of its rows, as callers pass it on without looking inside. It is
 * good for that list only, and no secret: what it holds is bound as values and nothing else.
 *
 * @param values what the list is sorted by, of the row before the place, and whatever else the list
 *     has to remember
 */
public record Cursor(List<@Nullable String> values) {

  /** Longer than any that is given. */
  private static final int LONGEST = 6_000;

  private static final int MOST_VALUES = 16;
  private static final int CHECK = 8;
  private static final int NULL = -1;

  public Cursor {
    values = Collections.unmodifiableList(new ArrayList<>(values));
  }

  public static Cursor of(@Nullable String... values) {
    return new Cursor(Arrays.asList(values));
  }

  /**
   * The cursor as text.
   *
   * @param list names the list with everything that narrows or sorts it
   */
  public String in(String list) {
    List<byte[]> encoded = new ArrayList<>();
    int length = 1;
    for (String value : values) {
      byte[] bytes = value == null ? new byte[0] : value.getBytes(StandardCharsets.UTF_8);
      encoded.add(bytes);
      length += Integer.BYTES + bytes.length;
    }
    ByteBuffer body = ByteBuffer.allocate(length).put((byte) values.size());
    for (int i = 0; i < encoded.size(); i++) {
      body.putInt(values.get(i) == null ? NULL : encoded.get(i).length).put(encoded.get(i));
    }
    byte[] all =
        ByteBuffer.allocate(CHECK + length)
            .put(check(list, body.array()))
            .put(body.array())
            .array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
  }

  /**
   * The cursor of a text.
   *
   * @param size how many values a cursor of the list has
   * @throws BadParameter when it is none of that list
   */
  public static Cursor of(String text, String list, int size) {
    try {
      if (text.length() <= LONGEST) {
        ByteBuffer all = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
        byte[] check = new byte[CHECK];
        all.get(check);
        byte[] body = new byte[all.remaining()];
        all.get(body);
        List<@Nullable String> values = values(ByteBuffer.wrap(body));
        if (Arrays.equals(check, check(list, body)) && values.size() == size) {
          return new Cursor(values);
        }
      }
    } catch (IllegalArgumentException
        | CharacterCodingException
        | java.nio.BufferUnderflowException e) {
      throw foreign();
    }
    throw foreign();
  }

  /** What is told of a cursor that does not fit. */
  public static BadParameter foreign() {
    return new BadParameter(
        "cursor is none of this list: pass on next as it came, with the same parameters");
  }

  private static List<@Nullable String> values(ByteBuffer body) throws CharacterCodingException {
    int count = body.get();
    if (count < 0 || count > MOST_VALUES) {
      throw new IllegalArgumentException("no cursor has so many values");
    }
    List<@Nullable String> values = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int length = body.getInt();
      if (length == NULL) {
        values.add(null);
        continue;
      }
      if (length < 0 || length > body.remaining()) {
        throw new IllegalArgumentException("a value is cut");
      }
      CharBuffer value =
          StandardCharsets.UTF_8.newDecoder().decode(body.slice(body.position(), length));
      values.add(value.toString());
      body.position(body.position() + length);
    }
    if (body.hasRemaining()) {
      throw new IllegalArgumentException("there is more than the values");
    }
    return values;
  }

  private static byte[] check(String list, byte[] body) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(list.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      return Arrays.copyOf(digest.digest(body), CHECK);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
