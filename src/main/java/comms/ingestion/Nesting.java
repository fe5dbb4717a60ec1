package comms.ingestion;

import java.util.Arrays;

/**
 * The brackets that are open, a bit for each, so that a million of them are no burden. A closing
 * bracket closes its own kind and whatever was left open inside; one that closes nothing is
 * nothing.
 */
final class Nesting {

  private long[] objects = new long[2];
  private int depth;
  private int openObjects;

  void open(boolean object) {
    int word = depth >> 6;
    if (word == objects.length) {
      objects = Arrays.copyOf(objects, word * 2);
    }
    long bit = 1L << depth;
    if (object) {
      objects[word] |= bit;
      openObjects++;
    } else {
      objects[word] &= ~bit;
    }
    depth++;
  }

  void close(boolean object) {
    boolean closed = !holds(object);
    while (!closed) {
      closed = pop() == object;
    }
  }

  /** Whether one of the kind is open. */
  boolean holds(boolean object) {
    return (object ? openObjects : depth - openObjects) > 0;
  }

  boolean isEmpty() {
    return depth == 0;
  }

  /** Whether the innermost is an object. */
  boolean inObject() {
    return depth > 0 && (objects[(depth - 1) >> 6] >> (depth - 1) & 1) != 0;
  }

  void clear() {
    depth = 0;
    openObjects = 0;
  }

  private boolean pop() {
    boolean object = inObject();
    depth--;
    openObjects -= object ? 1 : 0;
    return object;
  }
}
