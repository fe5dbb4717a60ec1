package comms.dashboard;

import comms.annotations.Annotation;
import comms.catalog.Metric;
import comms.catalog.Stat;
import comms.catalog.Target;
import comms.catalog.Unit;
import comms.metrics.MetricResult;
import comms.metrics.MetricResult.Point;
import comms.metrics.MetricResult.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Turns answers into pictures in the reader's language. */
record Pen(Metric metric, Window window, Formats formats, List<Annotation> annotations) {

  Pen(Metric metric, Window window, Formats formats) {
    this(metric, window, formats, List.of());
  }

  Texts texts() {
    return formats.texts();
  }

  String text(String key, Object... parameters) {
    return texts().text(key, parameters);
  }

  String value(@Nullable Double value) {
    return formats.value(value, metric.unit());
  }

  String stat(Stat stat) {
    return text("stat." + stat.wireName());
  }

  /** A picture of lines over the buckets of that answer. */
  Picture lines(MetricResult result, List<Line> lines) {
    return over(Picture.Shape.LINES, result, lines, metric.unit());
  }

  Picture over(Picture.Shape shape, MetricResult result, List<Line> lines, Unit unit) {
    List<Point> points = result.series().isEmpty() ? List.of() : result.series().get(0).points();
    boolean severalDays = window.days() > 1;
    Picture picture =
        new Picture(
            shape,
            points.stream()
                .map(p -> formats.tick(p.start(), result.interval(), severalDays))
                .toList(),
            points.stream().map(p -> title(p, result)).toList(),
            lines,
            unit,
            List.of());
    return picture.withNotes(new Notes(formats, metric).of(annotations, result));
  }

  private String title(Point point, MetricResult result) {
    String bucket = formats.bucket(point.start(), result.interval());
    return point.partial() ? text("bucket.partial", bucket) : bucket;
  }

  Line line(MetricResult result, Series series, String name, Line.Style style, String color) {
    return line(result, series, name, style, color, metric.unit());
  }

  Line line(
      MetricResult result, Series series, String name, Line.Style style, String color, Unit unit) {
    List<@Nullable Double> values = new ArrayList<>();
    List<String> formatted = new ArrayList<>();
    for (Point point : series.points()) {
      Double value = point.figure().value();
      values.add(value);
      formatted.add(formattedWithSample(value, point.figure().samples(), unit));
    }
    return new Line(
        name,
        style,
        color,
        values,
        formatted,
        partialFrom(series.points()),
        Mark.points(result, series));
  }

  private String formattedWithSample(@Nullable Double value, double samples, Unit unit) {
    String text = value == null ? text("no-data") : formats.value(value, unit);
    return unit == Unit.COUNT ? text : text + " (n = " + formats.number(samples, 0) + ")";
  }

  private static @Nullable Integer partialFrom(List<Point> points) {
    return IntStream.range(0, points.size())
        .filter(i -> points.get(i).partial())
        .boxed()
        .findFirst()
        .orElse(null);
  }

  /** The line of a target, in steps where it was changed within the answer's range. */
  Picture.Goal goal(Target target, MetricResult result) {
    return new Picture.Goal(
        text("target.line", formats.named(target, metric.unit())), steps(target.stat(), result));
  }

  private static List<Picture.Step> steps(Stat stat, MetricResult result) {
    List<Picture.Step> steps = new ArrayList<>();
    List<Point> points = result.series().isEmpty() ? List.of() : result.series().get(0).points();
    for (int bucket = 0; bucket < points.size(); bucket++) {
      double value =
          result.targetsAtEndOf(result.rangeOf(points.get(bucket))).stream()
              .filter(target -> target.stat() == stat)
              .findFirst()
              .orElseThrow()
              .value();
      if (!steps.isEmpty() && steps.getLast().value() == value) {
        Picture.Step grown = steps.removeLast();
        steps.add(new Picture.Step(grown.first(), bucket, value));
      } else {
        steps.add(new Picture.Step(bucket, bucket, value));
      }
    }
    return steps;
  }

  /** The name of what the period is compared with. */
  String comparisonName() {
    return text("compare." + window.comparison().wireName());
  }
}
