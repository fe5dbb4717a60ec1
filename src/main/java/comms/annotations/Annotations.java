package comms.annotations;

import java.util.List;

/** Keeps what happened; older versions and removed annotations stay in the store. */
public interface Annotations {

  /**
   * All annotations, newest first; what another node has written is seen after ten seconds.
   *
   * @throws org.springframework.dao.DataAccessException when the store does not answer
   */
  List<Annotation> all();

  /**
   * Adds an annotation or replaces the one of the same id. Once this returns, it is kept and shown.
   *
   * @throws org.springframework.dao.DataAccessException when the store does not take it
   */
  void put(Annotation annotation);

  /**
   * Takes an annotation out of the charts.
   *
   * @param annotation as it stands, with the time and the login of who removes it
   * @throws org.springframework.dao.DataAccessException when the store does not take it
   */
  void remove(Annotation annotation);
}
