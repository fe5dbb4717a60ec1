package comms.dashboard;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import comms.catalog.Unit;
import comms.metrics.MetricResult;
import comms.metrics.MetricResult.Figure;
import comms.metrics.MetricResult.Series;
import java.util.List;
import java.util.function.Function;

/** The steps of a funnel in words; each leads to its records, and to those it left behind. */
class FunnelSteps extends OrderedList implements Drillable {

  private static final long serialVersionUID = 1L;

  private final MarkLinks links = new MarkLinks();

  FunnelSteps(MetricResult result, List<Series> steps, Pen pen) {
    addClassName("steps");
    for (int i = 0; i < steps.size(); i++) {
      Figure figure = steps.get(i).total();
      Mark mark = Mark.total(result, steps.get(i));
      ListItem item =
          new ListItem(
              link("step-name", pen.stat(steps.get(i).stat()), mark),
              new Words("step-count", count(figure, pen)));
      item.getStyle().set("--step", Palette.color(i));
      if (i > 0) {
        Figure before = steps.get(i - 1).total();
        String ofFirst = share(figure, steps.get(0).total(), pen);
        String ofPrevious = share(figure, before, pen);
        item.add(new Words("step-share", pen.text("funnel.shares", ofFirst, ofPrevious)));
        double lost = before.numerator() - figure.numerator();
        if (lost > 0) {
          String text = pen.text("funnel.lost", pen.formats().number(lost, 0));
          item.add(link("step-lost", text, mark.missed()));
        }
        Double median = figure.extra().get("median_step_sec");
        if (median != null) {
          String time = pen.formats().duration(median);
          item.add(new Words("step-time", pen.text("funnel.median", time)));
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
    Anchor link = links.add(text, mark);
    link.addClassName(className);
    return link;
  }

  @Override
  public void lead(Function<Mark, RecordsLink> link) {
    links.lead(link);
  }
}
