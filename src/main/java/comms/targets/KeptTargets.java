package comms.targets;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import comms.catalog.Metric;
import java.time.Duration;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The targets, read from the store and kept in memory for ten seconds. */
@Component
class KeptTargets implements Targets {

  private static final Duration KEPT = Duration.ofSeconds(10);
  private static final String ALL = "all";

  private final TargetStore store;
  private final ApplicationEventPublisher events;
  private final LoadingCache<String, List<TargetChange>> changes;

  KeptTargets(TargetStore store, ApplicationEventPublisher events) {
    this.store = store;
    this.events = events;
    this.changes = Caffeine.newBuilder().expireAfterWrite(KEPT).build(all -> store.select());
  }

  @Override
  public TargetHistory of(Metric metric) {
    return new TargetHistory(
        metric, changes().stream().filter(change -> change.metric() == metric).toList());
  }

  @Override
  public List<TargetChange> changes() {
    return changes.get(ALL);
  }

  @Override
  public void set(TargetChange change) {
    store.insert(change);
    changes.invalidateAll();
    events.publishEvent(new TargetSet(change));
  }
}
