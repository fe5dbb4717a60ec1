package comms.ingestion.web;

import comms.security.ProjectKeys;
import java.io.IOException;
import java.io.Reader;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Looks whether a text names a known project key at all, without reading it as JSON and without
 * keeping it. It decides how a request waits; whether it is let in is decided when it is read.
 */
@Component
class KeyGlance {

  private static final int PART = 16 * 1024;

  private final ProjectKeys keys;

  KeyGlance(ProjectKeys keys) {
    this.keys = keys;
  }

  /**
   * What a glance tells.
   *
   * @param length of the text in characters
   */
  record Seen(boolean known, long length) {

    Seen or(boolean elsewhere) {
      return new Seen(known || elsewhere, length);
    }
  }

  /**
   * The same where the key may also stand around the text or beside it.
   *
   * @param elsewhere the key that stands there, asked once the text is read
   */
  Seen of(Reader text, Supplier<Optional<String>> elsewhere) {
    Seen seen = of(text);
    return seen.or(elsewhere.get().filter(keys::accepts).isPresent());
  }

  /**
   * Reads a text to its end, or to where it is no text any more; whoever reads it tells so.
   *
   * @throws comms.ingestion.Refusal what the text itself throws when it is broken or too long
   */
  Seen of(Reader text) {
    int overlap = keys.longest() - 1;
    char[] part = new char[PART + overlap];
    boolean known = false;
    long length = 0;
    int kept = 0;
    try {
      for (int read = text.read(part, 0, PART); read >= 0; read = text.read(part, kept, PART)) {
        length += read;
        int end = kept + read;
        known = known || keys.anyIn(new String(part, 0, end));
        kept = Math.min(overlap, end);
        System.arraycopy(part, end - kept, part, 0, kept);
        // A long text must not hold up the short ones.
        Thread.yield();
      }
    } catch (IOException noText) {
      return new Seen(known, length);
    }
    return new Seen(known, length);
  }
}
