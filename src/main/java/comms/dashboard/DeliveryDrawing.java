package comms.dashboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H4;
import comms.catalog.Dimension;
import comms.catalog.Stat;
import comms.metrics.Bounds;
import comms.metrics.Interval;
import comms.metrics.MetricQuery;
import comms.metrics.MetricResult;
import comms.metrics.MetricResult.Series;
import comms.metrics.TimeRange;
import comms.metrics.Top;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  private static final String TEMPLATES = "templates";

  /** As many lines as there are colours, with the one of all and that of the others. */
  private static final Top LINES = Top.of(5);

  private static final String COMPARED_REASONS = Answers.COMPARED + ".reasons";

  @Override
  public Map<String, MetricQuery> questions(MetricQuery whole, Window window) {
    MetricQuery total = whole.withInterval(Interval.TOTAL).withTop(Top.of(Bounds.SHOWN));
    Map<String, MetricQuery> questions = new LinkedHashMap<>();
    questions.put(CHANNELS, whole.withBy(Dimension.CHANNEL).withTop(LINES));
    questions.put(REASONS, total.withBy(Dimension.CHANNEL, reason));
    questions.put(TEMPLATES, total.withBy(Dimension.CHANNEL, reason, Dimension.TEMPLATE));
    TimeRange compared = window.compared();
    if (compared != null) {
      // The same reasons as now, however rare they were.
      questions.put(
          COMPARED_REASONS,
          total
              .withRange(compared)
              .withTop(new Top(Bounds.SHOWN, whole.range()))
              .withBy(Dimension.CHANNEL, reason));
    }
    return questions;
  }

  @Override
  public Component draw(Answers answers, Pen pen) {
    ChartWithTable chart =
        new ChartWithTable(
            picture(answers, pen), pen.text("delivery.by-channel"), Sentence.of(answers, pen), pen);
    String title = "delivery." + counted.wireName() + "." + reason.wireName();
    Div both =
        new Div(
            chart,
            new H4(pen.text(title)),
            new ReasonLists(reasons(answers), reason.wireName(), pen));
    both.addClassName("over-reasons");
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

  private Reasons reasons(Answers answers) {
    return Reasons.of(
        reason,
        counted,
        answers.of(REASONS),
        answers.of(TEMPLATES),
        answers.results().get(COMPARED_REASONS));
  }
}
