package comms.model;

import static comms.catalog.EventName.DISPUTE_OPENED;
import static comms.catalog.EventName.DISPUTE_RESOLVED;
import static comms.catalog.EventName.DISPUTE_STATE_UPDATED;

import comms.catalog.Property;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The dispute desk's counts and shares, read event by event. */
final class DeskModel {

  private static final double DAY = 86_400;

  private final Facts facts;
  private final Map<String, KnownEvent> lastStates;

  DeskModel(List<KnownEvent> accepted) {
    facts = new Facts(accepted);
    lastStates =
        facts.all(DISPUTE_STATE_UPDATED).stream()
            .collect(
                Collectors.toMap(
                    DeskModel::dispute,
                    state -> state,
                    (one, other) -> LATER.compare(one, other) > 0 ? one : other));
  }

  private static final Comparator<KnownEvent> LATER =
      Comparator.comparing(KnownEvent::time).thenComparing(KnownEvent::key);

  /** What was resolved in the span; the values that there are none of are left out. */
  Map<String, Double> resolved(Span span) {
    List<KnownEvent> ends =
        facts.all(DISPUTE_RESOLVED).stream().filter(end -> span.holds(end.time())).toList();
    double[] ages =
        ends.stream()
            .flatMap(end -> age(dispute(end), end.time()).stream())
            .mapToDouble(Double::doubleValue)
            .sorted()
            .toArray();
    Map<String, Double> figures = new HashMap<>();
    figures.put("total", (double) ends.size());
    figures.put("samples", (double) ages.length);
    if (ages.length > 0) {
      figures.put("within_24h", below(ages, DAY) / ages.length);
      figures.put("within_48h", below(ages, 2 * DAY) / ages.length);
      figures.put("median_sec", Percentiles.of(ages, 0.5));
    }
    return figures;
  }

  /** What is open at that moment. */
  Map<String, Double> open(Instant at) {
    TreeSet<String> ids =
        Stream.concat(facts.all(DISPUTE_OPENED).stream(), facts.all(DISPUTE_STATE_UPDATED).stream())
            .map(DeskModel::dispute)
            .filter(id -> facts.the(DISPUTE_RESOLVED, id).isEmpty())
            .collect(Collectors.toCollection(TreeSet::new));
    double[] ages =
        ids.stream().flatMap(id -> age(id, at).stream()).mapToDouble(Double::doubleValue).toArray();
    return Map.of(
        "total",
        (double) ids.size(),
        "<24h",
        below(ages, DAY),
        "24-48h",
        below(ages, 2 * DAY) - below(ages, DAY),
        "48h+",
        ages.length - below(ages, 2 * DAY),
        "overdue",
        (double) ids.stream().filter(id -> isOverdue(id, at)).count(),
        "without_sla",
        (double) ids.stream().filter(id -> remaining(id) == null).count());
  }

  private boolean isOverdue(String id, Instant at) {
    Double remaining = remaining(id);
    KnownEvent state = lastStates.get(id);
    return remaining != null && state != null && remaining < seconds(state.time(), at);
  }

  private @Nullable Double remaining(String id) {
    KnownEvent state = lastStates.get(id);
    return state == null ? null : state.number(Property.SLA_REMAINING_SEC);
  }

  private Optional<Double> age(String id, Instant at) {
    return facts.the(DISPUTE_OPENED, id).map(opening -> seconds(opening.time(), at));
  }

  private static double below(double[] ages, double limit) {
    return java.util.Arrays.stream(ages).filter(age -> age < limit).count();
  }

  private static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toMillis() / 1000.0;
  }

  private static String dispute(KnownEvent event) {
    return event.text(Property.DISPUTE_ID);
  }
}
