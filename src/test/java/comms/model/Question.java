package comms.model;

import comms.catalog.Metric;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A question to a metric.
 *
 * @param by names of dimensions
 * @param filters for each dimension the values that count
 * @param everyReply whether replies outside contracts count, too (first-response-time)
 * @param window within how many days the steps of the funnel count, null for no limit
 * @param dates the zone in which the range is written as dates, null when written as instants
 */
record Question(
    Metric metric,
    Span range,
    String interval,
    List<String> by,
    Map<String, Set<String>> filters,
    boolean everyReply,
    @Nullable Integer window,
    @Nullable ZoneId dates) {

  static Question of(Metric metric, Span range, String interval) {
    return new Question(metric, range, interval, List.of(), Map.of(), false, null, null);
  }

  Question by(String... dimensions) {
    return new Question(
        metric, range, interval, List.of(dimensions), filters, everyReply, window, dates);
  }

  /** Lets only these values of the dimension count, beside what other dimensions ask for. */
  Question only(String dimension, String... values) {
    Map<String, Set<String>> more = new TreeMap<>(filters);
    more.put(dimension, Set.of(values));
    return new Question(metric, range, interval, by, more, everyReply, window, dates);
  }

  Question over(Span otherRange, String otherInterval) {
    return new Question(metric, otherRange, otherInterval, by, filters, everyReply, window, null);
  }

  /** Over whole days of the zone, written as dates. */
  Question over(LocalDate from, LocalDate to, ZoneId zone, String otherInterval) {
    Span days = new Span(from.atStartOfDay(zone).toInstant(), to.atStartOfDay(zone).toInstant());
    return new Question(metric, days, otherInterval, by, filters, everyReply, window, zone);
  }

  Question withEveryReply() {
    return new Question(metric, range, interval, by, filters, true, window, dates);
  }

  Question within(int days) {
    return new Question(metric, range, interval, by, filters, everyReply, days, dates);
  }

  String from() {
    return written(range.from());
  }

  String to() {
    return written(range.to());
  }

  private String written(Instant time) {
    return dates == null ? time.toString() : time.atZone(dates).toLocalDate().toString();
  }
}
