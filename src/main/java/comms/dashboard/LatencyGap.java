package comms.dashboard;

import comms.catalog.Stat;
import comms.catalog.Unit;
import comms.metrics.MetricResult;
import comms.metrics.MetricResult.Point;
import comms.metrics.MetricResult.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How much more the events of a delivery channel measure than Prometheus does, bucket by bucket. A
 * gap that opens means that one of the two has stopped telling the truth.
 */
record LatencyGap(MetricResult prometheus, MetricResult events, Pen pen) {

  Optional<ChartWithTable> chart(Stat stat) {
    Optional<Series> base = Answers.whole(prometheus, stat);
    List<Line> lines = new ArrayList<>();
    base.ifPresent(
        of ->
            Answers.parts(events, stat)
                .forEach(series -> lines.add(line(of, series, lines.size()))));
    boolean any =
        lines.stream().flatMap(line -> line.values().stream()).anyMatch(value -> value != null);
    if (!any) {
      return Optional.empty();
    }
    String title = pen.text("latency.gap", pen.stat(stat));
    return Optional.of(new ChartWithTable(pen.lines(prometheus, lines), title, title, pen));
  }

  private Line line(Series base, Series channel, int number) {
    List<@Nullable Double> gaps = new ArrayList<>();
    List<String> formatted = new ArrayList<>();
    for (int i = 0; i < base.points().size(); i++) {
      @Nullable Double gap =
          i < channel.points().size() ? gap(base.points().get(i), channel.points().get(i)) : null;
      gaps.add(gap);
      formatted.add(
          gap == null ? pen.text("no-data") : pen.formats().value(gap, Unit.MILLISECONDS));
    }
    String name = pen.texts().value("delivery_channel", Answers.part(channel));
    return new Line(
        name, Line.Style.SOLID, Palette.color(number), gaps, formatted, null, List.of());
  }

  private static @Nullable Double gap(Point base, Point channel) {
    Double measured = channel.figure().value();
    Double counted = base.figure().value();
    return measured == null || counted == null ? null : (Double) (measured - counted);
  }
}
