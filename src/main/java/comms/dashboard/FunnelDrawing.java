package comms.dashboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H4;
import comms.catalog.Stat;
import comms.catalog.Unit;
import comms.metrics.MetricResult;
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
    Div funnel =
        new Div(
            new H4(pen.text("funnel.title")),
            chart(result, steps, pen),
            new FunnelSteps(result, steps, pen));
    funnel.addClassName("funnel");
    ChartWithTable trend =
        new ChartWithTable(
            TREND.picture(answers, pen), pen.text("funnel.trend"), Sentence.of(answers, pen), pen);
    Div both = new Div(funnel, trend);
    both.addClassName("side-by-side");
    return both;
  }

  private static Component chart(MetricResult result, List<Series> steps, Pen pen) {
    List<String> names = steps.stream().map(step -> pen.stat(step.stat())).toList();
    List<String> counts = steps.stream().map(step -> FunnelSteps.count(step.total(), pen)).toList();
    Line line =
        new Line(
            pen.text("funnel.threads"),
            Line.Style.BAR,
            Palette.color(0),
            steps.stream().<@Nullable Double>map(step -> step.total().value()).toList(),
            counts,
            null,
            steps.stream().map(step -> Mark.total(result, step)).toList());
    Picture picture =
        new Picture(Picture.Shape.FUNNEL, names, names, List.of(line), Unit.COUNT, List.of());
    String description = pen.text("funnel.sentence", counts.toArray());
    return new ChartWithTable(picture, "", description, pen);
  }
}
