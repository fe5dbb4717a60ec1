package comms.dashboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import comms.catalog.Stat;
import comms.catalog.Unit;
import comms.metrics.MetricResult;
import comms.metrics.MetricResult.Figure;
import comms.metrics.MetricResult.Series;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The funnel from chat to contract, step by step, and the trend of its conversion. */
class FunnelDrawing implements Drawing {

  private static final List<Stat> STEPS = List.of(Stat.STEP1, Stat.STEP2, Stat.STEP3);

  private static final LinesDrawing TREND = LinesDrawing.of(Line.Style.SOLID, Stat.VALUE);

  @Override
  public Component draw(Answers answers, Pen pen) {
    MetricResult result = answers.whole();
    List<Series> steps =
        STEPS.stream().flatMap(stat -> Answers.whole(result, stat).stream()).toList();
    Div funnel = new Div(new H4(pen.text("funnel.title")), chart(steps, pen), list(steps, pen));
    funnel.addClassName("funnel");
    ChartWithTable trend =
        new ChartWithTable(
            TREND.picture(answers, pen), pen.text("funnel.trend"), Sentence.of(answers, pen), pen);
    Div both = new Div(funnel, trend);
    both.addClassName("side-by-side");
    return both;
  }

  private static Component chart(List<Series> steps, Pen pen) {
    List<String> names = steps.stream().map(step -> pen.stat(step.stat())).toList();
    List<String> counts = steps.stream().map(step -> count(step.total(), pen)).toList();
    Line line =
        new Line(
            pen.text("funnel.threads"),
            Line.Style.BAR,
            Palette.color(0),
            steps.stream().<@Nullable Double>map(step -> step.total().value()).toList(),
            counts,
            null);
    Picture picture =
        new Picture(Picture.Shape.FUNNEL, names, names, List.of(line), Unit.COUNT, List.of());
    String description = pen.text("funnel.sentence", counts.toArray());
    return new ChartWithTable(picture, "", description, pen);
  }

  private static Component list(List<Series> steps, Pen pen) {
    OrderedList list = new OrderedList();
    list.addClassName("steps");
    for (int i = 0; i < steps.size(); i++) {
      Figure figure = steps.get(i).total();
      ListItem item =
          new ListItem(
              span("step-name", pen.stat(steps.get(i).stat())),
              span("step-count", count(figure, pen)));
      item.getStyle().set("--step", Palette.color(i));
      if (i > 0) {
        String ofFirst = share(figure, steps.get(0).total(), pen);
        String ofPrevious = share(figure, steps.get(i - 1).total(), pen);
        item.add(span("step-share", pen.text("funnel.shares", ofFirst, ofPrevious)));
        Double median = figure.extra().get("median_step_sec");
        if (median != null) {
          String time = pen.formats().duration(median);
          item.add(span("step-time", pen.text("funnel.median", time)));
        }
      }
      list.add(item);
    }
    return list;
  }

  private static String count(Figure figure, Pen pen) {
    return pen.formats().value(figure.value(), Unit.COUNT);
  }

  private static String share(Figure figure, Figure of, Pen pen) {
    Double part = figure.value();
    Double whole = of.value();
    return part == null || whole == null || whole == 0
        ? Formats.NOTHING
        : pen.formats().percent(part / whole, 1);
  }

  private static Span span(String className, String text) {
    Span span = new Span(text);
    span.addClassName(className);
    return span;
  }
}
