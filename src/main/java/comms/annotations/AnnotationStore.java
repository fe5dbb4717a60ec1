package comms.annotations;

import java.util.List;

/** Keeps the versions of annotations; nothing is ever taken away. */
public interface AnnotationStore {

  /**
   * The annotations as they stand, newest first.
   *
   * @throws org.springframework.dao.DataAccessException when the store does not answer
   */
  List<Annotation> select();

  /**
   * Adds a version.
   *
   * @throws org.springframework.dao.DataAccessException when the store does not take it
   */
  void insert(Annotation annotation, boolean removed);
}
