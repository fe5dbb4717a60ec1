package comms.dashboard;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import comms.catalog.Unit;
import comms.metrics.MetricResult;
import comms.metrics.MetricResult.Figure;
import comms.metrics.MetricResult.Series;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The steps of a funnel in words; each leads to its records, and to those it left behind. */
class FunnelSteps extends OrderedList implements Drillable {

  private static final long serialVersionUID = 1L;

  private final transient Map<Anchor, Mark> marks = new LinkedHashMap<>();

  FunnelSteps(MetricResult result, List<Series> steps, Pen pen) {
    addClassName("steps");
    for (int i = 0; i < steps.size(); i++) {
      Figure figure = steps.get(i).total();
      Mark mark = Mark.total(result, steps.get(i));
      ListItem item =
          new ListItem(
              link("step-name", pen.stat(steps.get(i).stat()), mark),
              span("step-count", count(figure, pen)));
      item.getStyle().set("--step", Palette.color(i));
      if (i > 0) {
        Figure before = steps.get(i - 1).total();
        String ofFirst = share(figure, steps.get(0).total(), pen);
        String ofPrevious = share(figure, before, pen);
        item.add(span("step-share", pen.text("funnel.shares", ofFirst, ofPrevious)));
        double lost = before.numerator() - figure.numerator();
        if (lost > 0) {
          String text = pen.text("funnel.lost", pen.formats().number(lost, 0));
          item.add(link("step-lost", text, mark.missed()));
        }
        Double median = figure.extra().get("median_step_sec");
        if (median != null) {
          String time = pen.formats().duration(median);
          item.add(span("step-time", pen.text("funnel.median", time)));
        }
      }
      add(item);
    }
  }

  static String count(Figure figure, Pen pen) {
    return pen.formats().value(figure.value(), Unit.COUNT);
  }

  private static String share(Figure figure, Figure of, Pen pen) {
    Double part = figure.value();
    Double whole = of.value();
    return part == null || whole == null || whole == 0
        ? Formats.NOTHING
        : pen.formats().percent(part / whole, 1);
  }

  private Anchor link(String className, String text, Mark mark) {
    Anchor link = new Anchor();
    link.setText(text);
    link.addClassName(className);
    marks.put(link, mark);
    return link;
  }

  private static Span span(String className, String text) {
    Span span = new Span(text);
    span.addClassName(className);
    return span;
  }

  @Override
  public void lead(Function<Mark, RecordsLink> link) {
    marks.forEach((anchor, mark) -> anchor.setHref(link.apply(mark).href()));
  }
}
