package comms.ingestion.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A form in parts, as browsers make of {@code FormData}. Its first line says what separates the
 * parts, whatever a header says.
 */
final class MultipartForm extends FormData {

  private static final int END = -1;
  private static final int LONGEST_LINE = 8_000;
  private static final Pattern NAME =
      Pattern.compile("(?i)[;\\s]name\\s*=\\s*(?:\"([^\"]*)\"|([^;\\s]*))");

  private final InputStream in;
  private byte[] separator = {};
  private boolean valueEnded;
  private boolean ended;

  /**
   * @param in a stream that can be marked
   */
  MultipartForm(InputStream in) {
    this.in = in;
  }

  /** Whether a text that begins so is a form in parts. */
  static boolean begins(String head) {
    return head.startsWith("--") && head.toLowerCase(Locale.ROOT).contains("content-disposition:");
  }

  @Override
  boolean toData() throws IOException {
    separator = ("\r\n" + line().stripTrailing()).getBytes(ISO_8859_1);
    return nextData();
  }

  @Override
  void toEnd() throws IOException {
    if (!valueEnded) {
      value();
    }
    while (nextData()) {
      value();
    }
  }

  /** The next byte of the part. */
  @Override
  public int read() throws IOException {
    int c = valueEnded ? END : in.read();
    if (c == '\r' && atSeparator()) {
      valueEnded = true;
      ended = line().startsWith("--");
      return END;
    }
    if (c == END && !valueEnded) {
      throw new IOException("a part without an end");
    }
    return c;
  }

  private boolean nextData() throws IOException {
    while (!ended) {
      String name = header();
      valueEnded = false;
      if (isData(name)) {
        return true;
      }
      note(name, value());
    }
    return false;
  }

  private String value() throws IOException {
    ByteArrayOutputStream value = new ByteArrayOutputStream();
    for (int c = read(); c >= 0; c = read()) {
      if (value.size() < KEPT) {
        value.write(c);
      }
    }
    return value.toString(UTF_8);
  }

  /** The name that the header of the next part gives. */
  private String header() throws IOException {
    String name = "";
    for (String line = line(); !line.isEmpty(); line = line()) {
      if (line.regionMatches(true, 0, "content-disposition:", 0, 20)) {
        Matcher matcher = NAME.matcher(line);
        if (matcher.find()) {
          name = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        }
      }
    }
    return name;
  }

  private boolean atSeparator() throws IOException {
    in.mark(separator.length);
    for (int i = 1; i < separator.length; i++) {
      if (in.read() != separator[i]) {
        in.reset();
        return false;
      }
    }
    return true;
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int c = in.read();
    while (c != END && c != '\n') {
      if (line.size() >= LONGEST_LINE) {
        throw new IOException("a line that is too long");
      }
      line.write(c);
      c = in.read();
    }
    if (c == END && line.size() == 0) {
      throw new IOException("a form without an end");
    }
    return line.toString(ISO_8859_1).replaceFirst("\r$", "");
  }
}
