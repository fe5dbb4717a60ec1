package comms.dashboard;

import comms.catalog.Metric;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Says which of the chosen filters a metric does not know, so that nobody takes it for filtered.
 */
record FilterNote(Metric metric, Window window, Pen pen) {

  Optional<String> text() {
    String others =
        window.notAppliedTo(metric).stream()
            .map(dimension -> pen.text("record." + dimension.wireName()))
            .collect(Collectors.joining(", "));
    return others.isEmpty()
        ? Optional.empty()
        : Optional.of(pen.text("filter.not-applied", others));
  }
}
