package comms.dashboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.Paragraph;
import comms.catalog.Dimension;
import comms.catalog.Stat;
import comms.metrics.MetricQuery;
import comms.metrics.MetricResult;
import comms.metrics.MetricResult.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A share of notifications, over all and by channel, and beside it what it went wrong for.
 *
 * @param reason the dimension of the list beside the chart
 * @param counted what the list counts: failed attempts, or notifications by the numerator
 */
record DeliveryDrawing(Dimension reason, Stat counted) implements Drawing {

  private static final String CHANNELS = "channels";
  private static final String REASONS = "reasons";

  @Override
  public Map<String, MetricQuery> questions(MetricQuery whole, Window window) {
    return Map.of(CHANNELS, whole.withBy(Dimension.CHANNEL), REASONS, whole.withBy(reason));
  }

  @Override
  public Component draw(Answers answers, Pen pen) {
    ChartWithTable chart =
        new ChartWithTable(
            picture(answers, pen), pen.text("delivery.by-channel"), Sentence.of(answers, pen), pen);
    String title = "delivery." + counted.wireName() + "." + reason.wireName();
    Div reasons = new Div(new H4(pen.text(title)), bars(answers.of(REASONS), pen));
    Div both = new Div(chart, reasons);
    both.addClassNames("side-by-side", "wide-first");
    return both;
  }

  private static Picture picture(Answers answers, Pen pen) {
    MetricResult result = answers.of(CHANNELS);
    List<Line> lines = new ArrayList<>();
    Answers.whole(answers.whole(), Stat.VALUE)
        .ifPresent(
            s ->
                lines.add(
                    pen.line(
                        answers.whole(), s, pen.text("all"), Line.Style.SOLID, Palette.color(0))));
    List<Series> channels = Answers.parts(result, Stat.VALUE);
    IntStream.range(0, channels.size())
        .mapToObj(
            i ->
                pen.line(
                    result,
                    channels.get(i),
                    pen.texts().value("channel", Answers.part(channels.get(i))),
                    Line.Style.SOLID,
                    Palette.color(i + 1)))
        .forEach(lines::add);
    return pen.lines(answers.whole(), lines).withGoals(answers.whole(), pen);
  }

  private Component bars(MetricResult result, Pen pen) {
    List<BarList.Bar> bars =
        Answers.parts(result, counted).stream()
            .map(
                series ->
                    new BarList.Bar(
                        pen.texts().value(reason.wireName(), Answers.part(series)),
                        count(series),
                        Mark.total(result, series)))
            .filter(bar -> bar.count() > 0)
            .toList();
    return bars.isEmpty()
        ? new Paragraph(pen.text("delivery.none"))
        : new BarList(bars, pen.formats());
  }

  private double count(Series series) {
    return counted == Stat.ATTEMPTS
        ? Optional.ofNullable(series.total().value()).orElse(0.0)
        : series.total().numerator();
  }
}
