package comms.disputes;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** In which order disputes are listed; what lacks the value comes last either way. */
public record DisputeSort(Column column, boolean ascending) {

  /** What breaches next comes first. */
  public static final DisputeSort BREACH = new DisputeSort(Column.BREACH, true);

  /** What was resolved last comes first. */
  public static final DisputeSort LATEST = new DisputeSort(Column.RESOLVED, false);

  /** What they are sorted by. */
  public enum Column {
    /** What remains until the SLA is breached. */
    BREACH,
    OPENED,
    AGE,
    RESOLVED,
    STATE,
    INITIATOR,
    REASON;

    /** The name in the HTTP API and in URLs. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A column's wire name, with a minus before it for the greatest first. */
  public static Optional<DisputeSort> named(String text) {
    boolean ascending = !text.startsWith("-");
    String name = ascending ? text : text.substring(1);
    return Arrays.stream(Column.values())
        .filter(column -> column.wireName().equals(name))
        .map(column -> new DisputeSort(column, ascending))
        .findFirst();
  }

  public String wireName() {
    return (ascending ? "" : "-") + column.wireName();
  }
}
