package comms.dashboard;

import comms.catalog.Unit;
import comms.metrics.MetricResult;
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
 * @param notes what happened meanwhile, in the order of time
 */
record Picture(
    Shape shape,
    List<String> labels,
    List<String> titles,
    List<Line> lines,
    Unit unit,
    List<Goal> goals,
    List<Note> notes) {

  Picture(
      Shape shape,
      List<String> labels,
      List<String> titles,
      List<Line> lines,
      Unit unit,
      List<Goal> goals) {
    this(shape, labels, titles, lines, unit, goals, List.of());
  }

  /** What kind of chart. */
  enum Shape {
    LINES,
    STACKED_BARS,
    PIE,
    FUNNEL
  }

  /** A target line with the label of its last step. */
  record Goal(String label, List<Step> steps) {}

  /** The target of the buckets from one to another, both included. */
  record Step(int first, int last, double value) {}

  /** Something that happened in a bucket, with the letter that stands for it in the chart. */
  record Note(int bucket, String letter, String when, String text) {}

  Picture {
    labels = List.copyOf(labels);
    titles = List.copyOf(titles);
    lines = List.copyOf(lines);
    goals = List.copyOf(goals);
    notes = List.copyOf(notes);
  }

  /** Which figure the value of that line at that label is. */
  Optional<Mark> mark(int line, int label) {
    return line >= 0 && line < lines.size() ? lines.get(line).mark(label) : Optional.empty();
  }

  /** Where the value of that line at that label leads, if not to the records of its figure. */
  Optional<String> href(int line, int label) {
    return line >= 0 && line < lines.size() ? lines.get(line).href(label) : Optional.empty();
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
    return new Picture(shape, labels, titles, all, unit, goals, notes);
  }

  /** With a line for each target of the answer, in steps where it was changed. */
  Picture withGoals(MetricResult result, Pen pen) {
    List<Goal> all = result.targets().stream().map(target -> pen.goal(target, result)).toList();
    return new Picture(shape, labels, titles, lines, unit, all, notes);
  }

  Picture withNotes(List<Note> notes) {
    return new Picture(shape, labels, titles, lines, unit, goals, notes);
  }
}
