package comms.targets;

import comms.catalog.Metric;
import java.util.List;

/** Knows what the metrics should be and should have been. */
public interface Targets {

  /**
   * A metric's targets through time; what another node has set is seen after ten seconds.
   *
   * @throws org.springframework.dao.DataAccessException when the store does not answer
   */
  TargetHistory of(Metric metric);

  /**
   * All that was set, newest first.
   *
   * @throws org.springframework.dao.DataAccessException when the store does not answer
   */
  List<TargetChange> changes();

  /**
   * Sets a target. Once this returns, it is kept and all answers of this node know it.
   *
   * @throws org.springframework.dao.DataAccessException when the store does not take it
   */
  void set(TargetChange change);
}
