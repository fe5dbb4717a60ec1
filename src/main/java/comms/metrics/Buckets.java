package comms.metrics;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The buckets of a range, in order and without gaps. Which bucket a time lies in is decided here
 * once; SQL gets the borders and knows neither zones nor intervals.
 */
public record Buckets(TimeRange range, List<Bucket> list) {

  /**
   * One bucket.
   *
   * @param start where it starts by the calendar, perhaps before the range
   * @param from the part of it inside the range, from here
   * @param to up to here
   * @param end where the next one starts by the calendar
   */
  public record Bucket(Instant start, Instant from, Instant to, Instant end) {}

  public Buckets {
    list = List.copyOf(list);
  }

  /** The whole range as one bucket. */
  public static Buckets one(TimeRange range) {
    return new Buckets(
        range, List.of(new Bucket(range.from(), range.from(), range.to(), range.to())));
  }

  /**
   * @throws InvalidMetricQuery when there would be more than 10,000
   */
  public static Buckets of(TimeRange range, Interval interval, ZoneId zone) {
    if (interval == Interval.TOTAL) {
      return one(range);
    }
    List<Bucket> list = new ArrayList<>();
    ZonedDateTime start = interval.startOf(range.from().atZone(zone));
    while (start.toInstant().isBefore(range.to())) {
      ZonedDateTime next = interval.next(start);
      list.add(bucket(start.toInstant(), next.toInstant(), range));
      if (list.size() > Bounds.BUCKETS) {
        throw new InvalidMetricQuery(
            "the range has more than " + Bounds.BUCKETS + " buckets; choose a longer interval");
      }
      start = next;
    }
    return new Buckets(range, list);
  }

  private static Bucket bucket(Instant start, Instant end, TimeRange range) {
    Instant from = start.isBefore(range.from()) ? range.from() : start;
    Instant to = end.isAfter(range.to()) ? range.to() : end;
    return new Bucket(start, from, to, end);
  }

  /** Where each bucket's part of the range begins, in milliseconds since 1970, as an SQL array. */
  public String sqlStarts() {
    return list.stream()
        .map(bucket -> Long.toString(bucket.from().toEpochMilli()))
        .collect(Collectors.joining(",", "[", "]"));
  }

  /** Whether every border lies on a whole hour of UTC, so that hourly rollups can answer. */
  public boolean onWholeHours() {
    return list.stream()
        .allMatch(
            bucket ->
                bucket.from().toEpochMilli() % 3_600_000 == 0
                    && bucket.to().toEpochMilli() % 3_600_000 == 0);
  }
}
