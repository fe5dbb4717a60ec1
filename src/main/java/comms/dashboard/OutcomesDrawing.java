package comms.dashboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import comms.catalog.Dimension;
import comms.catalog.Stat;
import comms.catalog.Unit;
import comms.metrics.MetricQuery;
import comms.metrics.MetricResult;
import comms.metrics.MetricResult.Series;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** How disputes ended, as a pie over the period or as stacked bars over time. */
class OutcomesDrawing implements Drawing {

  private static final String BY_RESOLUTION = "resolution";

  @Override
  public Map<String, MetricQuery> questions(MetricQuery whole, Window window) {
    return Map.of(BY_RESOLUTION, whole.withBy(Dimension.RESOLUTION));
  }

  @Override
  public Component draw(Answers answers, Pen pen) {
    MetricResult result = answers.of(BY_RESOLUTION);
    List<Series> parts = Answers.parts(result, Stat.COUNT);
    List<String> names =
        parts.stream().map(s -> pen.texts().value(BY_RESOLUTION, Answers.part(s))).toList();
    ChartWithTable pie = pie(result, parts, names, pen);
    ChartWithTable bars = bars(result, parts, names, pen);
    Choice choice = new Choice(pen.text("outcomes.view"));
    choice.add(pen.text("outcomes.pie"), () -> show(pie, bars));
    choice.add(pen.text("outcomes.bars"), () -> show(bars, pie));
    choice.select(0);
    Div both = new Div(choice, pie, bars);
    both.addClassName("switchable");
    return both;
  }

  private static void show(Component shown, Component hidden) {
    shown.setVisible(true);
    hidden.setVisible(false);
  }

  private static ChartWithTable pie(
      MetricResult result, List<Series> parts, List<String> names, Pen pen) {
    List<@Nullable Double> counts =
        parts.stream().<@Nullable Double>map(s -> s.total().value()).toList();
    double sum = parts.stream().mapToDouble(s -> orZero(s.total().value())).sum();
    List<String> formatted =
        parts.stream().map(s -> withShare(orZero(s.total().value()), sum, pen)).toList();
    Line slices =
        new Line(
            pen.text("outcomes.disputes"),
            Line.Style.SOLID,
            Palette.color(0),
            counts,
            formatted,
            null,
            parts.stream().map(part -> Mark.total(result, part)).toList());
    Picture picture =
        new Picture(Picture.Shape.PIE, names, names, List.of(slices), Unit.COUNT, List.of());
    return new ChartWithTable(picture, "", sentence(names, formatted, pen), pen);
  }

  private static ChartWithTable bars(
      MetricResult result, List<Series> parts, List<String> names, Pen pen) {
    List<Line> lines =
        IntStream.range(0, parts.size())
            .mapToObj(
                i -> pen.line(result, parts.get(i), names.get(i), Line.Style.BAR, Palette.color(i)))
            .toList();
    Picture picture = pen.over(Picture.Shape.STACKED_BARS, result, lines, Unit.COUNT);
    return new ChartWithTable(picture, "", pen.text("outcomes.bars.sentence"), pen);
  }

  private static String withShare(double count, double sum, Pen pen) {
    String text = pen.formats().number(count, 0);
    return sum == 0 ? text : text + " (" + pen.formats().percent(count / sum, 1) + ")";
  }

  private static String sentence(List<String> names, List<String> formatted, Pen pen) {
    List<String> parts =
        IntStream.range(0, names.size())
            .mapToObj(i -> names.get(i) + " " + formatted.get(i))
            .toList();
    return pen.text("outcomes.sentence", String.join(", ", parts));
  }

  private static double orZero(@Nullable Double value) {
    return value == null ? 0 : value;
  }
}
