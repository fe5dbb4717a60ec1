package comms.ingestion;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/**
 * Cuts JSON text into its values by brackets and strings alone, so that what is no JSON inside a
 * value costs nothing but that value. Of a text of any length no more is held than the value that
 * is being cut, and of one that is longer than allowed nothing at all.
 */
final class Cutter {

  static final int END = -1;

  private static final int CHUNK = 8 * 1024;

  private final @Nullable Reader reader;
  private final int longest;
  private final Nesting nesting = new Nesting();
  private char[] buffer;
  private int position;
  private int end;

  /** Where the value that is being cut starts, below 0 while none is. */
  private int start = -1;

  /** Whether that is inside an object, so that the object's end is its end, too. */
  private boolean inObject;

  /** Whether strings in places for none are looked for. */
  private boolean guarded;

  /** Where the last string began, counted from the start. */
  private int lastString;

  private boolean whole = true;
  private boolean ended;
  private long before;
  private long lineStart;
  private int line = 1;

  /**
   * Cuts a stream.
   *
   * @param longest how many characters a value may have
   */
  Cutter(Reader reader, int longest) {
    this.reader = reader;
    this.longest = longest;
    this.buffer = new char[CHUNK];
  }

  /** Cuts a piece further. */
  Cutter(Slice piece) {
    this.reader = null;
    this.longest = Integer.MAX_VALUE;
    this.buffer = piece.text();
    this.position = piece.from();
    this.end = piece.from() + piece.length();
  }

  /**
   * The next sign that is neither blank nor comment, which is not taken; {@link #END} at the end.
   */
  int peek() {
    while (position < end || fill()) {
      char c = buffer[position];
      if (c > ' ' && c != '/' && c != '\uFEFF') {
        return c;
      }
      position++;
      if (c == '\n') {
        newLine();
      } else if (c == '/' && !skipComment()) {
        position--;
        return c;
      }
    }
    return END;
  }

  /** Takes the next sign if it is this one. */
  boolean take(char sign) {
    boolean there = peek() == sign;
    position += there ? 1 : 0;
    return there;
  }

  /** Whether an array has another element; a bracket or comma too many is none. */
  boolean hasElement() {
    while (take(',') || take('}')) {
      // Goes on.
    }
    return !take(']');
  }

  /** Cuts the value that comes next: up to its own end. */
  Slice value() {
    peek();
    begin();
    inObject = false;
    skipValue();
    return cut();
  }

  /**
   * Cuts the element of an array that comes next. Where a string starts in no place for one, a
   * quotation mark is missing or one too many, and what is text and what is not has changed places:
   * then the element ends at the latest where another one seems to start.
   */
  Slice element() {
    guarded = true;
    lastString = 0;
    try {
      return value();
    } catch (Refusal unclosed) {
      int most = ended && whole && start >= 0 ? seemingEnd(lastString) : -1;
      if (most < 0) {
        throw unclosed;
      }
      position = start + most;
      return cut();
    } finally {
      guarded = false;
    }
  }

  /** Cuts what comes next up to the comma or bracket that ends it, be it one value or not. */
  Slice member() {
    peek();
    begin();
    inObject = true;
    int length = 0;
    for (int sign = peek(); sign != ',' && sign != '}' && sign != ']'; sign = peek()) {
      if (sign == END) {
        throw broken();
      }
      skipValue();
      length = position - start;
    }
    return cut(length);
  }

  /** Cuts the name of a member, with or without quotation marks. */
  Slice name() {
    peek();
    begin();
    if (buffer[position] == '"') {
      position++;
      skipString('"');
    } else {
      while (more() && buffer[position] > ' ' && buffer[position] != ':') {
        position++;
      }
    }
    return cut();
  }

  /** That this is no JSON; it tells where, never what stands there. */
  Refusal broken() {
    return new Refusal(
        Refusal.Kind.UNREADABLE,
        "The body is not valid JSON (line %d, column %d)."
            .formatted(line, before + position - lineStart + 1));
  }

  private void begin() {
    if (!more()) {
      throw broken();
    }
    start = position;
    whole = true;
  }

  private Slice cut() {
    return cut(position - start);
  }

  private Slice cut(int length) {
    Slice slice =
        whole && length <= longest
            ? new Slice(buffer, start, length, true)
            : new Slice(buffer, start, 0, false);
    start = -1;
    return slice;
  }

  private void skipValue() {
    char first = buffer[position++];
    switch (first) {
      case '{', '[' -> skipContainer(first == '{');
      case '"' -> skipString('"');
      case '\'' -> skipString('\'');
      default -> skipWord();
    }
  }

  /** Of a word nobody knows what it means, only where it ends. */
  private void skipWord() {
    while (more()) {
      switch (buffer[position]) {
        case ',', '{', '}', '[', ']', '"', ' ', '\t', '\r', '\n' -> {
          return;
        }
        default -> position++;
      }
    }
  }

  private void skipContainer(boolean object) {
    nesting.clear();
    nesting.open(object);
    while (!nesting.isEmpty()) {
      if (!more()) {
        throw broken();
      }
      switch (buffer[position++]) {
        case '"' -> {
          if (guarded && !mayStart() && endsAnyway()) {
            return;
          }
          lastString = position - start;
          skipString('"');
        }
        case '{' -> {
          if (endsUnclosed()) {
            return;
          }
          nesting.open(true);
        }
        case '[' -> nesting.open(false);
        case '}' -> {
          if (inObject && !nesting.holds(true)) {
            position--;
            return;
          }
          nesting.close(true);
        }
        case ']' -> nesting.close(false);
        case '\'' -> {
          if (follows(":,[{")) {
            skipString('\'');
          }
        }
        case '/' -> {
          if (mayBeComment()) {
            skipComment();
          }
        }
        case '\n' -> newLine();
        default -> {}
      }
    }
  }

  /**
   * Whether an object starts where only a name may stand: then what is before it lacks its closing
   * brackets, and it is the next one.
   */
  private boolean endsUnclosed() {
    if (!nesting.inObject() || !follows(",")) {
      return false;
    }
    int comma = position - 2;
    while (buffer[comma] != ',') {
      comma--;
    }
    if (!endsMember(comma)) {
      return false;
    }
    position = comma;
    return true;
  }

  /** Whether something stands before the comma that it ends, and not only where something may. */
  private boolean endsMember(int comma) {
    int i = comma - 1;
    while (i > start && (buffer[i] <= ' ' || buffer[i] == ',')) {
      i--;
    }
    return i >= Math.max(0, start) && ":{[".indexOf(buffer[i]) < 0;
  }

  private boolean mayStart() {
    return switch (buffer[position - 2]) {
      case ':', ',', '{', '[' -> true;
      default -> follows(":,{[");
    };
  }

  /** Ends the value where it closes before another one seems to start, or else there. */
  private boolean endsAnyway() {
    guarded = false;
    int here = position - start;
    // The string before may be the one that has no end of its own.
    int most = seemingEnd(lastString);
    position = start + here;
    if (most < 0) {
      return false;
    }
    try {
      position = start + new Cutter(new Slice(buffer, start, most, true)).value().length();
    } catch (Refusal unclosed) {
      position = start + most;
    }
    return true;
  }

  /**
   * Where, counted from the start, a bracket is followed by another object, or else where the last
   * one is followed by the end of an array; below 0 where neither is to be seen.
   */
  private int seemingEnd(int from) {
    int last = -1;
    for (int i = from; reaches(i); i++) {
      if (buffer[start + i] == '}') {
        int next = visible(i + 1);
        if (is(next, ']')) {
          last = i + 1;
        } else if (is(next, ',') && is(visible(next + 1), '{')) {
          return i + 1;
        }
      }
    }
    return last;
  }

  private int visible(int from) {
    int i = from;
    while (reaches(i) && buffer[start + i] <= ' ') {
      i++;
    }
    return i;
  }

  private boolean is(int offset, char sign) {
    return reaches(offset) && buffer[start + offset] == sign;
  }

  /** Whether there is text so far from the start; it is read as far as a value may be long. */
  private boolean reaches(int offset) {
    while (start + offset >= end) {
      position = end;
      if (ended || end - start > longest || !fill()) {
        return false;
      }
    }
    return true;
  }

  /** Whether the sign before the one just taken, blanks apart, is one of these. */
  private boolean follows(String signs) {
    int i = position - 2;
    while (i > start && buffer[i] <= ' ') {
      i--;
    }
    return i >= start && signs.indexOf(buffer[i]) >= 0;
  }

  /** Not the slashes of an address without quotation marks. */
  private boolean mayBeComment() {
    int i = position - 2;
    boolean address = i > start && buffer[i] == ':' && Character.isLetter(buffer[i - 1]);
    return i >= Math.max(0, start) && buffer[i] != '/' && !address;
  }

  private void skipString(char quote) {
    while (true) {
      char[] text = buffer;
      int stop = end;
      int i = position;
      while (i < stop && text[i] != quote && text[i] != '\\') {
        i++;
      }
      boolean escape = i < stop && text[i] == '\\';
      position = Math.min(i + 1, stop);
      if (i < stop && !escape) {
        return;
      }
      if (!more()) {
        throw broken();
      }
      position += escape ? 1 : 0;
    }
  }

  /** Skips a comment whose first sign was just taken; false where it is none. */
  private boolean skipComment() {
    if (!more()) {
      return false;
    }
    return switch (buffer[position]) {
      case '/' -> {
        while (more() && buffer[position] != '\n') {
          position++;
        }
        yield true;
      }
      case '*' -> {
        position++;
        char last = 0;
        while (more() && !(last == '*' && buffer[position] == '/')) {
          last = buffer[position++];
        }
        position += more() ? 1 : 0;
        yield true;
      }
      default -> false;
    };
  }

  private void newLine() {
    line++;
    lineStart = before + position;
  }

  private boolean more() {
    return position < end || fill();
  }

  /** Reads on; what is kept moves to the front. */
  private boolean fill() {
    if (reader == null) {
      ended = true;
      return false;
    }
    int from = start < 0 ? Math.max(0, end - 1) : start;
    if (end - from > longest) {
      // That it is too long is all that still counts.
      whole = false;
      from = end - 1;
    }
    int kept = end - from;
    before += from;
    if (kept + CHUNK > buffer.length) {
      char[] larger = new char[Math.max(buffer.length * 2, kept + CHUNK)];
      System.arraycopy(buffer, from, larger, 0, kept);
      buffer = larger;
    } else {
      System.arraycopy(buffer, from, buffer, 0, kept);
    }
    start = start < 0 ? -1 : 0;
    position = kept;
    end = kept;
    return read(reader);
  }

  private boolean read(Reader reader) {
    try {
      int read = 0;
      while (read == 0) {
        read = reader.read(buffer, end, buffer.length - end);
      }
      end += Math.max(0, read);
      ended = read < 0;
      return read > 0;
    } catch (IOException e) {
      throw new Refusal(Refusal.Kind.UNREADABLE, "The body cannot be read.", e);
    }
  }
}
