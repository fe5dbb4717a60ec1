package comms.dashboard;

import comms.catalog.Metric;
import comms.targets.TargetChange;
import comms.targets.TargetHistory;
import comms.targets.Targets;
import java.util.ArrayList;
import java.util.List;

/** Targets in memory. */
class RememberedTargets implements Targets {

  private final List<TargetChange> changes = new ArrayList<>();

  @Override
  public TargetHistory of(Metric metric) {
    return new TargetHistory(
        metric, changes.stream().filter(change -> change.metric() == metric).toList());
  }

  @Override
  public List<TargetChange> changes() {
    return List.copyOf(changes).reversed();
  }

  @Override
  public void set(TargetChange change) {
    changes.add(change);
  }
}
