package comms.dashboard;

import com.vaadin.flow.router.QueryParameters;
import comms.api.AskedTime;
import comms.catalog.Spelling;
import comms.metrics.TimeRange;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** A time in an address, from one moment to another. */
final class RangeAddress {

  private RangeAddress() {}

  /** The time between those two parameters; empty where they do not say any. */
  static Optional<TimeRange> of(QueryParameters parameters, String from, String to) {
    Optional<Instant> first = parameters.getSingleParameter(from).flatMap(RangeAddress::time);
    Optional<Instant> end = parameters.getSingleParameter(to).flatMap(RangeAddress::time);
    return first.flatMap(f -> end.filter(f::isBefore).map(e -> new TimeRange(f, e)));
  }

  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(Instant.parse(Spelling.trimmed(text))).filter(AskedTime::isInReach);
    } catch (DateTimeParseException typedByHand) {
      return Optional.empty();
    }
  }
}
