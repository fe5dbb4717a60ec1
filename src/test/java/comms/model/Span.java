package comms.model;

import java.time.Instant;

/** A span of time, its start included, its end not. */
record Span(Instant from, Instant to) {

  boolean holds(Instant time) {
    return !time.isBefore(from) && time.isBefore(to);
  }

  /** What both have in common; they must overlap. */
  Span within(Span other) {
    return new Span(
        from.isBefore(other.from) ? other.from : from, to.isAfter(other.to) ? other.to : to);
  }
}
