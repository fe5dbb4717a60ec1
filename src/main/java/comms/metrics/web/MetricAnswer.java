package comms.metrics.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import comms.catalog.Dimension;
import comms.metrics.MetricResult;
import comms.metrics.MetricResult.Figure;
import comms.metrics.Others;
import java.time.Instant;
import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A metric's result as the API sends it; ratios are fractions, no data is null. */
record MetricAnswer(
    String metric,
    String unit,
    String zone,
    String interval,
    Instant from,
    Instant to,
    @JsonProperty("fresh_until") Instant freshUntil,
    List<Target> targets,
    String status,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Long> others,
    List<Series> series,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, List<String>> unmatched) {

  record Target(String stat, String op, double value) {
    static Target of(comms.catalog.Target target) {
      return new Target(target.stat().wireName(), target.op(), target.value());
    }
  }

  /**
   * One of them.
   *
   * @param others the dimensions for which it stands for all values that have no series of their
   *     own; in the key they are called {@code others}
   */
  record Series(
      Map<String, String> key,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> others,
      String stat,
      List<Point> points,
      Total total) {}

  record Point(
      Instant t,
      @Nullable Double value,
      Number numerator,
      Number denominator,
      Number samples,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, @Nullable Double> extra,
      boolean partial) {}

  record Total(
      @Nullable Double value,
      Number numerator,
      Number denominator,
      Number samples,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, @Nullable Double> extra) {}

  /**
   * @param unmatched the values of filters that nothing in the period has
   */
  static MetricAnswer of(MetricResult result, Map<Dimension, Set<String>> unmatched) {
    return new MetricAnswer(
        result.metric().id(),
        result.metric().unit().wireName(),
        result.zone().getId(),
        result.interval().wireName(),
        result.range().from(),
        result.range().to(),
        result.freshUntil(),
        result.targets().stream().map(Target::of).toList(),
        result.status().wireName(),
        others(result.others()),
        result.series().stream().map(MetricAnswer::series).toList(),
        values(unmatched));
  }

  /** Values as the API sends them, by the names of their dimensions. */
  static Map<String, List<String>> values(Map<Dimension, Set<String>> values) {
    Map<String, List<String>> wire = new TreeMap<>();
    values.forEach((dimension, some) -> wire.put(dimension.wireName(), List.copyOf(some)));
    return wire;
  }

  private static Series series(MetricResult.Series series) {
    return new Series(
        key(series.key()),
        others(series),
        series.stat().wireName(),
        new Points(series.points()),
        total(series.total()));
  }

  /** Points that are made when they are sent, so that an answer is not in memory twice. */
  private static final class Points extends AbstractList<Point> {

    private final List<MetricResult.Point> points;

    Points(List<MetricResult.Point> points) {
      this.points = points;
    }

    @Override
    public Point get(int index) {
      return point(points.get(index));
    }

    @Override
    public int size() {
      return points.size();
    }
  }

  static List<String> others(MetricResult.Series series) {
    return series.key().entrySet().stream()
        .filter(value -> Others.is(value.getValue()))
        .map(value -> value.getKey().wireName())
        .sorted()
        .toList();
  }

  private static Map<String, Long> others(Map<Dimension, Long> others) {
    Map<String, Long> wire = new TreeMap<>();
    others.forEach((dimension, values) -> wire.put(dimension.wireName(), values));
    return wire;
  }

  static Map<String, String> key(Map<Dimension, String> key) {
    Map<String, String> wire = new TreeMap<>();
    key.forEach((dimension, value) -> wire.put(dimension.wireName(), Others.named(value)));
    return wire;
  }

  private static Point point(MetricResult.Point point) {
    Figure figure = point.figure();
    return new Point(
        point.start(),
        figure.value(),
        count(figure.numerator()),
        count(figure.denominator()),
        count(figure.samples()),
        figure.extra(),
        point.partial());
  }

  private static Total total(Figure figure) {
    return new Total(
        figure.value(), figure.numerator(), figure.denominator(), figure.samples(), figure.extra());
  }

  /** Whole counts without a fraction, as a reader expects them. */
  private static Number count(double count) {
    if (count == Math.rint(count) && Math.abs(count) < 1e15) {
      return (long) count;
    }
    return count;
  }
}
