package comms.targets;

import comms.catalog.Metric;
import comms.catalog.Target;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The targets of a metric through time.
 *
 * @param changes what was set, in any order; before the first of them the specification holds
 */
public record TargetHistory(Metric metric, List<TargetChange> changes) {

  private static final Comparator<TargetChange> IN_FORCE =
      Comparator.comparing(TargetChange::from).thenComparing(TargetChange::changedAt);

  public TargetHistory {
    changes = List.copyOf(changes);
  }

  /** That of a metric whose targets nobody has changed. */
  public static TargetHistory unchanged(Metric metric) {
    return new TargetHistory(metric, List.of());
  }

  /** The targets in force on that day, in the order of the specification. */
  public List<Target> on(LocalDate day) {
    return metric.targets().stream().map(target -> on(target, day, change -> true)).toList();
  }

  /** The target that the change has replaced from its first day on. */
  public Target before(TargetChange change) {
    Target specified =
        metric.targets().stream()
            .filter(target -> target.stat() == change.stat())
            .findFirst()
            .orElseThrow();
    return on(specified, change.from(), one -> one.changedAt().isBefore(change.changedAt()));
  }

  private Target on(Target specified, LocalDate day, Predicate<TargetChange> known) {
    Optional<TargetChange> last =
        changes.stream()
            .filter(change -> change.stat() == specified.stat() && !change.from().isAfter(day))
            .filter(known)
            .max(IN_FORCE);
    return last.map(change -> specified.withValue(change.value())).orElse(specified);
  }
}
