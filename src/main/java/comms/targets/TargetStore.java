package comms.targets;

import java.util.List;

/** Keeps the changes of targets; nothing is ever taken away. */
public interface TargetStore {

  /**
   * All changes, newest first.
   *
   * @throws org.springframework.dao.DataAccessException when the store does not answer
   */
  List<TargetChange> select();

  /**
   * @throws org.springframework.dao.DataAccessException when the store does not take it
   */
  void insert(TargetChange change);
}
