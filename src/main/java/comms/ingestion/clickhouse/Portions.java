package comms.ingestion.clickhouse;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Ids in portions that fit into a statement: the driver writes bound values into its text, and the
 * store refuses a text above 256 KiB.
 */
final class Portions {

  /** An id has at most 200 characters, which are at most 800 bytes. */
  private static final int IDS = 250;

  private Portions() {}

  static List<List<String>> of(Collection<String> ids) {
    List<String> all = List.copyOf(ids);
    List<List<String>> portions = new ArrayList<>();
    for (int start = 0; start < all.size(); start += IDS) {
      portions.add(all.subList(start, Math.min(all.size(), start + IDS)));
    }
    return portions;
  }
}
