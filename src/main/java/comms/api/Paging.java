package comms.api;

import org.jspecify.annotations.Nullable;

/** Which part of a list is asked for: from its beginning, behind a place, or from a number on. */
public final class Paging {

  /** Further down a list only a cursor leads. */
  public static final int LAST_OFFSET = 100_000;

  private Paging() {}

  /**
   * @throws BadParameter when the offset is out of bounds, or both are given
   */
  public static void check(@Nullable String cursor, int offset) {
    if (offset < 0 || offset > LAST_OFFSET) {
      throw new BadParameter(
          "offset is a number from 0 to " + LAST_OFFSET + "; further down leads cursor");
    }
    if (cursor != null && offset > 0) {
      throw new BadParameter("cursor and offset exclude each other");
    }
  }

  /**
   * @throws BadParameter when it is out of bounds
   */
  public static void checkLimit(int limit, int most) {
    if (limit < 1 || limit > most) {
      throw new BadParameter("limit is 1 to " + most);
    }
  }
}
