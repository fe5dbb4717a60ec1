package comms.dashboard;

import comms.catalog.Target;
import comms.catalog.Unit;
import comms.metrics.TimeRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a chart shows: the same goes to the chart, to the table behind it and to the sentence about
 * it.
 *
 * @param labels the names on the axis
 * @param titles the same names in full
 * @param unit of the values
 */
record Picture(
    Shape shape,
    List<String> labels,
    List<String> titles,
    List<Line> lines,
    Unit unit,
    List<Goal> goals) {

  /** What kind of chart. */
  enum Shape {
    LINES,
    STACKED_BARS,
    PIE,
    FUNNEL
  }

  /** A target line with its label. */
  record Goal(String label, double value) {}

  Picture {
    labels = List.copyOf(labels);
    titles = List.copyOf(titles);
    lines = List.copyOf(lines);
    goals = List.copyOf(goals);
  }

  /** Which figure the value of that line at that label is. */
  Optional<Mark> mark(int line, int label) {
    return line >= 0 && line < lines.size() ? lines.get(line).mark(label) : Optional.empty();
  }

  /** Whether its labels are buckets in time. */
  boolean overBuckets() {
    return shape == Shape.LINES || shape == Shape.STACKED_BARS;
  }

  /** The time from the beginning of one bucket to the end of another. */
  Optional<TimeRange> range(int first, int last) {
    return mark(0, first)
        .flatMap(
            from ->
                mark(0, last)
                    .filter(to -> from.range().from().isBefore(to.range().to()))
                    .map(to -> new TimeRange(from.range().from(), to.range().to())));
  }

  Picture plus(Line line) {
    List<Line> all = new ArrayList<>(lines);
    all.add(line);
    return new Picture(shape, labels, titles, all, unit, goals);
  }

  Picture withGoals(List<Target> targets, Pen pen) {
    List<Goal> all = targets.stream().map(pen::goal).toList();
    return new Picture(shape, labels, titles, lines, unit, all);
  }
}
