package comms.disputes;

import java.util.List;

/** Tells how the disputes stand. */
public interface DisputeDesk {

  /**
   * The disputes that the filter lets through, in its order.
   *
   * @throws org.springframework.dao.DataAccessException when the store does not answer
   */
  List<Dispute> list(DisputeFilter filter);
}
