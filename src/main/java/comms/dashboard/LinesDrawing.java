package comms.dashboard;

import com.vaadin.flow.component.Component;
import comms.catalog.Stat;
import comms.metrics.MetricResult;
import java.util.List;
import java.util.Objects;

/**
 * A metric over time with its targets and, for a single line, the compared period faint under it.
 *
 * @param stats a line for each
 * @param style how the lines are drawn; a mean is always dotted
 * @param weekly whether it is read by week where the reader has not chosen an interval
 */
record LinesDrawing(List<Stat> stats, Line.Style style, boolean weekly) implements Drawing {

  static LinesDrawing of(Line.Style style, Stat... stats) {
    return new LinesDrawing(List.of(stats), style, false);
  }

  LinesDrawing byWeek() {
    return new LinesDrawing(stats, style, true);
  }

  @Override
  public Window window(Window window) {
    return weekly ? window.weekly() : window;
  }

  @Override
  public Component draw(Answers answers, Pen pen) {
    return new ChartWithTable(picture(answers, pen), "", Sentence.of(answers, pen), pen);
  }

  Picture picture(Answers answers, Pen pen) {
    MetricResult result = answers.whole();
    List<Line> lines =
        stats.stream()
            .flatMap(stat -> Answers.whole(result, stat).stream())
            .map(
                series ->
                    pen.line(
                        result,
                        series,
                        stats.size() == 1 ? pen.text("compare.this") : pen.stat(series.stat()),
                        series.stat() == Stat.MEAN ? Line.Style.DOTTED : style,
                        Palette.color(series.stat())))
            .toList();
    Picture picture = pen.lines(result, lines).withGoals(result, pen);
    if (stats.size() > 1) {
      return picture;
    }
    return answers
        .compared()
        .flatMap(
            compared ->
                Answers.whole(compared, stats.get(0))
                    .map(series -> Drawing.faint(compared, series, result, pen)))
        .filter(line -> line.values().stream().anyMatch(Objects::nonNull))
        .map(picture::plus)
        .orElse(picture);
  }
}
