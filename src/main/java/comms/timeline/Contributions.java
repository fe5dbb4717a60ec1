package comms.timeline;

import comms.catalog.Metric;
import comms.catalog.Stat;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells which figures something contributed to. */
public interface Contributions {

  /** So many figures of one thing are told, such as of a contract with no end of disputes. */
  int MOST = 200;

  /**
   * The figures, in the order of the catalog, {@link #MOST} at most.
   *
   * @throws org.springframework.dao.DataAccessException when the store does not answer
   */
  List<Contribution> of(Subject subject, String id);

  /**
   * A part in a figure.
   *
   * @param counted whether it was counted, or only stands among those that were counted from
   * @param at in whose bucket; of several times the first
   * @param times how often it contributes
   * @param by the value of the metric's first breakdown, empty where that does not matter
   * @param value what it contributed, where that is a number of its own
   */
  record Contribution(
      Metric metric,
      Stat stat,
      boolean counted,
      Instant at,
      long times,
      String by,
      @Nullable Double value) {}
}
