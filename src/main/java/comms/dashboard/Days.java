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

  /** The days that a time has a part in. */
  static Days of(TimeRange range, ZoneId zone) {
    return new Days(
        LocalDate.ofInstant(range.from(), zone),
        LocalDate.ofInstant(range.to().minusMillis(1), zone));
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
