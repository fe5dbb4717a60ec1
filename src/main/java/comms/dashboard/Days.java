package comms.dashboard;

import comms.metrics.TimeRange;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** A run of calendar days, both ends included. */
record Days(LocalDate first, LocalDate last) {

  Days {
    if (last.isBefore(first)) {
      throw new IllegalArgumentException("the last day lies before the first: " + last);
    }
  }

  long count() {
    return ChronoUnit.DAYS.between(first, last) + 1;
  }

  Days yearBefore() {
    return new Days(first.minusYears(1), last.minusYears(1));
  }

  /** From midnight of the first day to the midnight that ends the last, in that zone. */
  TimeRange in(ZoneId zone) {
    return new TimeRange(
        first.atStartOfDay(zone).toInstant(), last.plusDays(1).atStartOfDay(zone).toInstant());
  }
}
