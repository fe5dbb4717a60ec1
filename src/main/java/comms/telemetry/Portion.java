package comms.telemetry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the samples of a span of whole minutes come to: the increases within it, and the position at
 * its end. It depends on nothing but the position before and the samples, so working it out again
 * gives the same rows.
 */
record Portion(List<Increase> increases, Position position, long series) {

  /** A series of the store and a minute of it. */
  private record Row(String metric, String series, long minute) {

    static Row of(Increase increase) {
      return new Row(increase.counter().metric(), increase.counter().series(), increase.minute());
    }
  }

  /**
   * Works it out.
   *
   * @param last the last samples known before
   * @param from the start of the span; earlier samples only say where a counter stood
   * @param to the end of the span; later samples are left to the next
   */
  static Portion of(
      ScrapedMetrics metrics,
      Map<Counter, Sample> last,
      List<RawSeries> answer,
      Instant from,
      Instant to) {
    Map<Counter, List<Sample>> samples = new HashMap<>();
    for (RawSeries series : answer) {
      metrics
          .counter(series.labels())
          .ifPresent(
              counter ->
                  samples
                      .computeIfAbsent(counter, _ -> new ArrayList<>())
                      .addAll(before(to.toEpochMilli(), series.samples())));
    }
    List<Increase> increases = new ArrayList<>();
    Map<Counter, Sample> moved = new HashMap<>();
    samples.forEach(
        (counter, points) -> {
          points.sort(Comparator.comparingLong(Sample::at));
          Increases grown = new Increases(last.get(counter)).after(points);
          grown
              .byMinute()
              .forEach(
                  (minute, value) -> {
                    if (minute >= from.toEpochMilli()) {
                      increases.add(new Increase(counter, minute, value));
                    }
                  });
          Sample end = grown.last();
          if (end != null) {
            moved.put(counter, end);
          }
        });
    long series = samples.keySet().stream().map(c -> c.metric() + c.series()).distinct().count();
    return new Portion(withoutIdle(increases), new Position(to, moved), series);
  }

  private static List<Sample> before(long end, List<Sample> samples) {
    return samples.stream().filter(sample -> sample.at() < end).toList();
  }

  /**
   * Leaves out the minutes in which nothing of a series moved. Of the others all buckets stay,
   * those that did not grow too, since the bounds between which a quantile lies come from them.
   */
  private static List<Increase> withoutIdle(List<Increase> increases) {
    Set<Row> busy =
        increases.stream()
            .filter(increase -> increase.value() != 0)
            .map(Row::of)
            .collect(Collectors.toSet());
    return increases.stream().filter(increase -> busy.contains(Row.of(increase))).toList();
  }
}
