package comms.metrics;

import comms.catalog.Dimension;
import comms.catalog.Stat;
import comms.metrics.MetricResult.Figure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Figures as they are selected, by series and by bucket. */
public final class Figures {

  /** In the place of a bucket's start: the whole range. */
  public static final long TOTAL = 0;

  private static final Figure NONE = new Figure(null, 0, 0, 0);

  private final Map<SeriesKey, Map<Long, Figure>> figures = new LinkedHashMap<>();

  private record SeriesKey(Map<Dimension, String> key, Stat stat) {}

  /**
   * @param bucket the start of the bucket's part of the range in milliseconds since 1970, or {@link
   *     #TOTAL}
   */
  public void put(Map<Dimension, String> key, Stat stat, long bucket, Figure figure) {
    figures
        .computeIfAbsent(new SeriesKey(Map.copyOf(key), stat), k -> new TreeMap<>())
        .put(bucket, figure);
  }

  /** Sees to it that there is a series of that stat, if only one without data. */
  public void ensure(Map<Dimension, String> key, Stat stat) {
    figures.computeIfAbsent(new SeriesKey(Map.copyOf(key), stat), k -> new TreeMap<>());
  }

  /** The figure at that place, without data where there is none. */
  public Figure at(Map<Dimension, String> key, Stat stat, long bucket) {
    Map<Long, Figure> series = figures.get(new SeriesKey(Map.copyOf(key), stat));
    return series == null ? NONE : series.getOrDefault(bucket, NONE);
  }

  /** The series, every bucket in each: by key, and of one key in the order they were put. */
  List<MetricResult.Series> series(Buckets buckets, Instant now) {
    List<MetricResult.Series> series = new ArrayList<>();
    figures.forEach(
        (id, byBucket) ->
            series.add(
                new MetricResult.Series(
                    id.key(), id.stat(), points(byBucket, buckets, now), total(byBucket))));
    // A sort keeps the order of equals, so stats stay as they were put.
    series.sort(Comparator.comparing(one -> new TreeMap<>(one.key()).values().toString()));
    return series;
  }

  private static List<MetricResult.Point> points(
      Map<Long, Figure> byBucket, Buckets buckets, Instant now) {
    return buckets.list().stream()
        .map(
            bucket ->
                new MetricResult.Point(
                    bucket.start(),
                    figure(byBucket, bucket.from().toEpochMilli()),
                    bucket.end().isAfter(now)))
        .toList();
  }

  private static Figure total(Map<Long, Figure> byBucket) {
    return figure(byBucket, TOTAL);
  }

  private static Figure figure(Map<Long, Figure> byBucket, long bucket) {
    @Nullable Figure figure = byBucket.get(bucket);
    return figure == null ? NONE : figure;
  }
}
