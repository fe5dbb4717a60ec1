package comms.disputes;

import java.util.List;

/**
 * Tells how the disputes stand.
 *
 * <p>Every method throws {@link org.springframework.dao.DataAccessException} when the store does
 * not answer.
 */
public interface DisputeDesk {

  /** Some of those that the filter lets through, {@code limit} at most, from {@code offset} on. */
  List<Dispute> page(DisputeFilter filter, DisputeSort sort, int limit, int offset);

  /**
   * Those that follow one of them in that order, told by the filter's same moment, whatever has
   * arrived since it was found.
   */
  List<Dispute> after(DisputeFilter filter, DisputeSort sort, Dispute last, int limit);

  /** How many the filter lets through. */
  long count(DisputeFilter filter);

  /** How many are open, of those that have the filter's values. */
  Standing standing(DisputeFilter filter);
}
