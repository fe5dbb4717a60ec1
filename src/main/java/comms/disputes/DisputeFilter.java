package comms.disputes;

/**
 * Which disputes, in which order.
 *
 * @param state {@code open}, {@code resolved}, or empty for both
 * @param bucket an SLA bucket, {@code overdue}, or empty for all
 * @param order what comes first
 */
public record DisputeFilter(String state, String bucket, Order order, int limit, int offset) {

  /** What comes first. */
  public enum Order {
    /** What breaches next; what has no SLA comes last. */
    BREACH,
    OLDEST,
    NEWEST
  }
}
