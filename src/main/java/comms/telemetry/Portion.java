package comms.telemetry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the samples of a span of whole minutes come to: the increases within it, and the position at
 * its end. It depends on nothing but the position before and the samples, so working it out again
 * gives the same rows.
 *
 * @param unread the series with histograms of a kind that is not known, whose buckets are left out
 */
record Portion(List<Increase> increases, Position position, long series, Set<String> unread) {

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
    Work work = new Work(metrics, last, from.toEpochMilli());
    answer.forEach(series -> work.take(series, to.toEpochMilli()));
    return work.portion(to);
  }

  /** Works out one portion. */
  private static final class Work {

    private final ScrapedMetrics metrics;
    private final long from;
    private final Map<Counter, List<Sample>> samples = new HashMap<>();
    private final List<NativeBuckets> natives = new ArrayList<>();
    private final Map<Counter, Sample> known;
    private final Map<Counter, Sample> moved = new HashMap<>();
    private final List<Increase> increases = new ArrayList<>();

    Work(ScrapedMetrics metrics, Map<Counter, Sample> last, long from) {
      this.metrics = metrics;
      this.known = new HashMap<>(last);
      this.from = from;
    }

    void take(RawSeries series, long to) {
      metrics
          .counter(series.labels())
          .ifPresent(
              counter ->
                  samples
                      .computeIfAbsent(counter, _ -> new ArrayList<>())
                      .addAll(
                          series.samples().stream().filter(sample -> sample.at() < to).toList()));
      if (!series.histograms().isEmpty()) {
        metrics
            .counter(NativeSeries.lastBucket(series.labels()))
            .ifPresent(
                all ->
                    natives.add(
                        new NativeBuckets(
                            all,
                            series.histograms().stream()
                                .filter(sample -> sample.at() < to)
                                .toList())));
      }
    }

    Portion portion(Instant to) {
      long series = series();
      // A series may have come as the one kind of histogram and go on as the other.
      for (NativeBuckets buckets : natives) {
        buckets.resolve(known);
        buckets.classic().forEach(this::add);
      }
      Set<String> unread = new TreeSet<>();
      natives.forEach(buckets -> unread.addAll(buckets.unread()));
      natives.stream().filter(this::isBeforeClassic).forEach(this::growOwn);
      samples.forEach(this::grow);
      natives.stream().filter(buckets -> !isBeforeClassic(buckets)).forEach(this::growOwn);
      return new Portion(withoutIdle(increases), new Position(to, moved), series, unread);
    }

    private long series() {
      return samples.keySet().stream().map(c -> c.metric() + c.series()).distinct().count();
    }

    private void add(Counter counter, List<Sample> more) {
      samples.computeIfAbsent(counter, _ -> new ArrayList<>()).addAll(more);
    }

    private boolean isBeforeClassic(NativeBuckets buckets) {
      return samples.getOrDefault(buckets.all(), List.of()).stream()
          .mapToLong(Sample::at)
          .allMatch(at -> at > buckets.first());
    }

    private void grow(Counter counter, List<Sample> points) {
      points.sort(Comparator.comparingLong(Sample::at));
      Increases grown = new Increases(known.get(counter)).after(points);
      grown.byMinute().forEach((minute, value) -> increase(counter, minute, value));
      Sample end = grown.last();
      if (end != null) {
        moved(counter, end);
      }
    }

    private void growOwn(NativeBuckets buckets) {
      buckets.grow(known).forEach(this::increase);
      buckets.moved().forEach(this::moved);
    }

    private void increase(Increase increase) {
      increase(increase.counter(), increase.minute(), increase.value());
    }

    private void increase(Counter counter, long minute, double value) {
      if (minute >= from) {
        increases.add(new Increase(counter, minute, value));
      }
    }

    private void moved(Counter counter, Sample sample) {
      known.put(counter, sample);
      moved.put(counter, sample);
    }
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
