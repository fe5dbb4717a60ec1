package comms.timeline;

import java.util.List;

/** What lies around something: the contracts, threads, disputes and notifications of its events. */
public interface Neighbours {

  /** How many of a kind are listed at most. */
  int MOST = 20;

  /**
   * The neighbours, also those by way of its contracts, of each kind the earliest first.
   *
   * @throws org.springframework.dao.DataAccessException when the store does not answer
   */
  List<Neighbour> of(Subject subject, String id);

  /**
   * One neighbour.
   *
   * @param ofKind how many of its kind there are, more than are listed perhaps
   */
  record Neighbour(Subject subject, String id, long ofKind) {}
}
