package comms.dashboard;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Remembers where the pages of a grid have ended, so that the next page is found behind the last
 * row that was shown and not by a number, which what arrives meanwhile would move.
 */
final class RowsBefore<T> {

  /** From a nearer row the page is found by passing over some; further on by its number. */
  private static final int NEAR = 500;

  private final TreeMap<Integer, T> ends = new TreeMap<>();
  private @Nullable Object order;

  /** Finds rows behind one. */
  interface After<T> {
    List<T> find(T last, int limit);
  }

  /** Finds rows from a number on. */
  interface From<T> {
    List<T> find(int limit, int offset);
  }

  /**
   * A page of the grid.
   *
   * @param asked in what order, and of what; whenever it is another, nothing is known any more
   */
  List<T> page(Object asked, int offset, int limit, After<T> after, From<T> from) {
    if (!asked.equals(order)) {
      forget();
      order = asked;
    }
    Map.Entry<Integer, T> near = ends.floorEntry(offset - 1);
    int between = near == null ? 0 : offset - 1 - near.getKey();
    List<T> rows =
        near == null || between > NEAR
            ? from.find(limit, offset)
            : after.find(near.getValue(), limit + between).stream().skip(between).toList();
    if (!rows.isEmpty()) {
      ends.put(offset + rows.size() - 1, rows.getLast());
    }
    return rows;
  }

  void forget() {
    ends.clear();
  }
}
