package comms.dashboard;

import comms.annotations.Annotation;
import comms.annotations.Annotations;
import java.util.ArrayList;
import java.util.List;

/** Annotations in memory. */
class RememberedAnnotations implements Annotations {

  private final List<Annotation> annotations = new ArrayList<>();

  @Override
  public List<Annotation> all() {
    return List.copyOf(annotations);
  }

  @Override
  public void put(Annotation annotation) {
    annotations.removeIf(one -> one.id().equals(annotation.id()));
    annotations.add(annotation);
  }

  @Override
  public void remove(Annotation annotation) {
    annotations.removeIf(one -> one.id().equals(annotation.id()));
  }
}
