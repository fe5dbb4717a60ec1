package comms.metrics.clickhouse;

import comms.catalog.Dimension;
import comms.catalog.Metric;
import comms.metrics.Buckets;
import comms.metrics.Figures;
import comms.metrics.MetricQuery;
import comms.metrics.SelectWaterfall;
import comms.metrics.Waterfall;
import comms.metrics.Waterfall.Question;
import comms.metrics.Waterfall.Steps;
import comms.metrics.clickhouse.NotificationFates.Fate;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts what became of notifications. How many were scheduled, why they were dropped and how often
 * attempts failed is counted with the statements of the metrics.
 */
@Component
class SelectDeliveryWaterfall implements SelectWaterfall {

  private final JdbcClient jdbc;
  private final NotificationCounts counts;

  SelectDeliveryWaterfall(@Qualifier("reader") JdbcClient jdbc, NotificationCounts counts) {
    this.jdbc = jdbc;
    this.counts = counts;
  }

  @Override
  public Waterfall select(Question question, Instant freshUntil) {
    Buckets one = Buckets.one(question.range());
    MetricQuery failures = question.to(Metric.DELIVERY_FAILURES).withBy(Dimension.CHANNEL);
    Counts scheduled = counts.scheduled(failures, one);
    Counts attempts =
        counts.attempts(
            DeliveryFailures.FAILED, failures.withBy(Dimension.CHANNEL, Dimension.ERROR_CODE), one);
    Counts drops =
        counts.notifications(
            DeliveryDrops.DROPPED,
            question.to(Metric.DELIVERY_DROPS).withBy(Dimension.CHANNEL, Dimension.DROP_REASON),
            one);
    NotificationFates fates = NotificationFates.select(jdbc, question);

    TreeSet<String> names = new TreeSet<>(fates.channels());
    scheduled.keys().forEach(key -> names.add(key.getOrDefault(Dimension.CHANNEL, "")));
    SortedMap<String, Steps> channels = new TreeMap<>();
    for (String name : names) {
      channels.put(
          name,
          steps(
              (long) scheduled.at(Map.of(Dimension.CHANNEL, name), Figures.TOTAL),
              fates.channel(name),
              of(name, drops, Dimension.DROP_REASON),
              of(name, attempts, Dimension.ERROR_CODE)));
    }
    return new Waterfall(question.range(), freshUntil, whole(channels.values(), fates), channels);
  }

  /** What is one event is of one channel, so it adds up; a notification may be of several. */
  private static Steps whole(Collection<Steps> channels, NotificationFates fates) {
    return steps(
        channels.stream().mapToLong(Steps::scheduled).sum(),
        fates.whole(),
        sum(channels, Steps::droppedByReason),
        sum(channels, Steps::attemptsByCode));
  }

  private static Steps steps(
      long scheduled,
      Map<Fate, Long> fates,
      SortedMap<String, Long> droppedByReason,
      SortedMap<String, Long> attemptsByCode) {
    return new Steps(
        scheduled,
        n(fates, true, true, false),
        n(fates, true, false, true),
        n(fates, true, true, true),
        n(fates, false, true, false) + n(fates, false, true, true),
        n(fates, false, false, true) + n(fates, false, true, true),
        droppedByReason,
        attemptsByCode);
  }

  private static long n(Map<Fate, Long> fates, boolean scheduled, boolean failed, boolean dropped) {
    return fates.getOrDefault(new Fate(scheduled, failed, dropped), 0L);
  }

  private static SortedMap<String, Long> of(String channel, Counts counts, Dimension by) {
    SortedMap<String, Long> of = new TreeMap<>();
    counts
        .keys()
        .forEach(
            key -> {
              if (channel.equals(key.get(Dimension.CHANNEL))) {
                of.put(key.getOrDefault(by, ""), (long) counts.at(key, Figures.TOTAL));
              }
            });
    return of;
  }

  private static SortedMap<String, Long> sum(
      Collection<Steps> channels, Function<Steps, SortedMap<String, Long>> part) {
    SortedMap<String, Long> sum = new TreeMap<>();
    channels.forEach(
        steps -> part.apply(steps).forEach((name, n) -> sum.merge(name, n, Long::sum)));
    return sum;
  }
}
