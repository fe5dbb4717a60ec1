package comms.dashboard;

import com.vaadin.flow.component.Component;
import comms.metrics.MetricQuery;
import comms.metrics.MetricResult;
import comms.metrics.MetricResult.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stands on a metric's card under its headline, and the questions that it takes. */
interface Drawing {

  /** The window as this card reads it, for example by week. */
  default Window window(Window window) {
    return window;
  }

  /** The questions beside the whole metric and its comparison, by name. */
  default Map<String, MetricQuery> questions(MetricQuery whole, Window window) {
    return Map.of();
  }

  /** The question whose answer the marked figure stands in, which need not be the whole one. */
  default MetricQuery asked(MetricQuery whole, Mark mark) {
    return whole;
  }

  /** The card's content; called on the UI's thread. */
  Component draw(Answers answers, Pen pen);

  /** The compared period's figures under the period's own, bucket by bucket from the first. */
  static Line faint(MetricResult before, Series compared, MetricResult whole, Pen pen) {
    Line line = pen.line(before, compared, pen.comparisonName(), Line.Style.FAINT, Palette.FAINT);
    int buckets = whole.series().isEmpty() ? 0 : whole.series().get(0).points().size();
    List<@Nullable Double> values = new ArrayList<>();
    List<String> formatted = new ArrayList<>();
    for (int i = 0; i < buckets; i++) {
      boolean there = i < line.values().size();
      values.add(there ? line.values().get(i) : null);
      formatted.add(there ? line.formatted().get(i) : Formats.NOTHING);
    }
    return new Line(line.name(), line.style(), line.color(), values, formatted, null, line.marks());
  }
}
