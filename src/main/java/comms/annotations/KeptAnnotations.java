package comms.annotations;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** The annotations, read from the store and kept in memory for ten seconds. */
@Component
class KeptAnnotations implements Annotations {

  private static final Duration KEPT = Duration.ofSeconds(10);
  private static final String ALL = "all";

  private final AnnotationStore store;
  private final LoadingCache<String, List<Annotation>> annotations;

  KeptAnnotations(AnnotationStore store) {
    this.store = store;
    this.annotations = Caffeine.newBuilder().expireAfterWrite(KEPT).build(all -> store.select());
  }

  @Override
  public List<Annotation> all() {
    return annotations.get(ALL);
  }

  @Override
  public void put(Annotation annotation) {
    store.insert(annotation, false);
    annotations.invalidateAll();
  }

  @Override
  public void remove(Annotation annotation) {
    store.insert(annotation, true);
    annotations.invalidateAll();
  }
}
