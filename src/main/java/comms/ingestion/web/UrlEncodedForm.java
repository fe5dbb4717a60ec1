package comms.ingestion.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A URL-encoded form, as it is in bodies and behind the question mark of an address. */
final class UrlEncodedForm extends FormData {

  private static final int END = -1;

  /** A name, percent-encoded or not, and what follows the first of these signs. */
  private static final Pattern BEGINNING =
      Pattern.compile("([\\w.$%~*+()\\[\\]-]{0,200})([=&])(.*)", Pattern.DOTALL);

  private final InputStream in;
  private boolean valueEnded;
  private boolean ended;

  UrlEncodedForm(InputStream in) {
    this.in = in;
  }

  /** The project key that an address names in its query. */
  static Optional<String> keyIn(@Nullable String query) {
    byte[] bytes = (query == null ? "" : query).getBytes(UTF_8);
    UrlEncodedForm form = new UrlEncodedForm(new ByteArrayInputStream(bytes));
    form.valueEnded = true;
    return form.key();
  }

  /**
   * Whether a text that begins so is a form: a name and its equals sign, or an ampersand. Equals
   * signs at the end alone are the padding of base64.
   */
  static boolean begins(String head) {
    Matcher matcher = BEGINNING.matcher(head);
    return matcher.matches()
        && (matcher.group(2).equals("&")
            || isData(decoded(matcher.group(1)))
            || !matcher.group(3).matches("=*\\s*"));
  }

  @Override
  boolean toData() throws IOException {
    while (!ended) {
      ByteArrayOutputStream raw = new ByteArrayOutputStream();
      boolean named = read(raw, true) == '=';
      String name = decoded(raw.toString(UTF_8));
      if (named && isData(name)) {
        return true;
      }
      if (named) {
        note(name, value());
      }
    }
    return false;
  }

  @Override
  void toEnd() throws IOException {
    if (!valueEnded) {
      value();
      valueEnded = true;
    }
    while (toData()) {
      value();
    }
  }

  /** The next byte of the value of {@code data}, decoded. */
  @Override
  public int read() throws IOException {
    int c = valueEnded ? END : in.read();
    return switch (c) {
      case END, '&' -> {
        ended |= c == END && !valueEnded;
        valueEnded = true;
        yield END;
      }
      case '+' -> ' ';
      case '%' -> digit() << 4 | digit();
      default -> c;
    };
  }

  private String value() throws IOException {
    ByteArrayOutputStream raw = new ByteArrayOutputStream();
    read(raw, false);
    return decoded(raw.toString(UTF_8));
  }

  /** Reads a name or a value as it is, its first bytes at least; returns what ended it. */
  private int read(ByteArrayOutputStream raw, boolean name) throws IOException {
    int c = in.read();
    while (c != END && c != '&' && !(name && c == '=')) {
      if (raw.size() < KEPT) {
        raw.write(c);
      }
      c = in.read();
    }
    ended = c == END;
    return c;
  }

  private int digit() throws IOException {
    int digit = Character.digit(in.read(), 16);
    if (digit < 0) {
      throw new IOException("a percent sign without two hexadecimal digits");
    }
    return digit;
  }

  /** The text of a field that may well be ignored, hence what is broken in it stays as it is. */
  private static String decoded(String raw) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    byte[] bytes = raw.getBytes(UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      int high = i + 2 < bytes.length && bytes[i] == '%' ? Character.digit(bytes[i + 1], 16) : -1;
      int low = high < 0 ? -1 : Character.digit(bytes[i + 2], 16);
      if (low >= 0) {
        text.write(high << 4 | low);
        i += 2;
      } else {
        text.write(bytes[i] == '+' ? ' ' : bytes[i]);
      }
    }
    return text.toString(UTF_8);
  }
}
