package comms.dashboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import comms.catalog.Dimension;
import comms.catalog.Unit;
import comms.disputes.DisputeFilter.Bucket;
import comms.disputes.DisputeFilter.State;
import comms.disputes.ResolutionTimes;
import comms.disputes.ResolutionTimes.Answer;
import comms.disputes.ResolutionTimes.Point;
import comms.disputes.ResolutionTimes.Times;
import comms.metrics.Buckets;
import comms.metrics.Interval;
import comms.metrics.TimeRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How fast disputes were resolved: the shares within a day and two, the median, their trends. */
class ResolutionCard extends Article {

  private static final long serialVersionUID = 1L;

  private final transient Desk desk;
  private final transient ResolutionTimes times;
  private final transient Function<DeskChoice, String> href;
  private final Panel<Found> panel;
  private transient @Nullable Asked asked;

  private record Asked(
      TimeRange range,
      Optional<TimeRange> compared,
      Interval interval,
      Map<Dimension, Set<String>> values,
      String comparison) {}

  private record Found(Answer now, Optional<Times> before, List<Instant> ends) {}

  ResolutionCard(
      Desk desk, LastAnswers last, ResolutionTimes times, Function<DeskChoice, String> href) {
    this.desk = desk;
    this.times = times;
    this.href = href;
    addClassName("card");
    setId("resolution-times");
    String title = getTranslation("desk.times");
    H3 heading = new H3(title);
    heading.setId("resolution-times-title");
    getElement().setAttribute("aria-labelledby", "resolution-times-title");
    Header header =
        new Header(
            heading, new Explanation(title, List.of(getTranslation("desk.times.definition"))));
    header.addClassName("card-header");
    panel = new Panel<>(Found.class, desk, last, this::show);
    add(header, panel);
  }

  void ask(Window asking, Map<Dimension, Set<String>> values) {
    // So few are resolved in a day that shares of them jump.
    Window window = asking.weekly();
    Asked question =
        new Asked(
            window.range(),
            Optional.ofNullable(window.compared()),
            window.interval(),
            values,
            window.comparison().wireName());
    asked = question;
    panel.ask(question, () -> find(question));
  }

  private Found find(Asked question) {
    Buckets buckets = Buckets.of(question.range(), question.interval(), desk.time().zone());
    return new Found(
        times.of(buckets, question.values()),
        question
            .compared()
            .map(range -> Buckets.of(range, Interval.TOTAL, desk.time().zone()))
            .map(whole -> times.of(whole, question.values()).total()),
        buckets.list().stream().map(Buckets.Bucket::end).toList());
  }

  private void show(Found found) {
    panel.removeAll();
    Formats formats = new Formats(Texts.current(), desk.time().zone());
    Times total = found.now().total();
    Asked question = asked;
    if (question == null || total.resolved() == 0) {
      Paragraph none = new Paragraph(getTranslation("card.empty"));
      none.addClassName("card-empty");
      panel.add(none);
      return;
    }
    Div figures =
        new Div(
            figure("desk.within-24h", total, found, Unit.RATIO, Times::shareWithinDay, Bucket.DAY),
            figure(
                "desk.within-48h",
                total,
                found,
                Unit.RATIO,
                Times::shareWithinTwoDays,
                Bucket.TWO_DAYS),
            figure("desk.median", total, found, Unit.SECONDS, Times::medianSec, Bucket.ANY));
    figures.addClassName("figures");
    Div notes = new Div(new Span(getTranslation("sample", formats.number(total.timed(), 0))));
    notes.addClassName("notes");
    if (total.timed() < total.resolved()) {
      notes.add(
          new Span(
              getTranslation("desk.untimed", formats.number(total.resolved() - total.timed(), 0))));
    }
    figures.add(notes);
    panel.add(figures, trends(found, question, formats));
  }

  /** A figure that leads to its disputes, with its change against the comparison. */
  private Div figure(
      String key,
      Times total,
      Found found,
      Unit unit,
      Function<Times, @Nullable Double> of,
      Bucket bucket) {
    Formats formats = new Formats(Texts.current(), desk.time().zone());
    Double value = of.apply(total);
    Span name = new Span(getTranslation(key));
    name.addClassName("headline-stat");
    Anchor number =
        new Anchor(
            href.apply(new DeskChoice(State.RESOLVED, bucket, Optional.empty())),
            formats.value(value, unit));
    number.addClassName("headline-value");
    Div line = new Div(name, number);
    line.addClassName("headline-figure");
    Div figure = new Div(line);
    figure.addClassName("headline");
    Double before = found.before().map(of).orElse(null);
    if (value != null && before != null) {
      boolean more = value > before;
      boolean better = unit == Unit.RATIO ? more : !more;
      String trend = value.equals(before) ? "neither" : better ? "better" : "worse";
      String arrow = value.equals(before) ? "" : more ? "▲ " : "▼ ";
      Span change = new Span(arrow + formats.change(value, before, unit));
      change.addClassNames("headline-change", trend);
      Span meaning = new Span(getTranslation("trend." + trend));
      meaning.addClassName("for-screen-readers");
      figure.add(new Div(change, meaning));
    }
    return figure;
  }

  private Component trends(Found found, Asked question, Formats formats) {
    List<Point> points = found.now().points();
    ChartWithTable shares =
        chart(
            Unit.RATIO,
            found,
            question,
            formats,
            "desk.times.shares",
            List.of(
                line(Unit.RATIO, "desk.within-24h", 0, points, Times::shareWithinDay, formats),
                line(
                    Unit.RATIO, "desk.within-48h", 1, points, Times::shareWithinTwoDays, formats)));
    ChartWithTable medians =
        chart(
            Unit.SECONDS,
            found,
            question,
            formats,
            "desk.median",
            List.of(line(Unit.SECONDS, "desk.median", 0, points, Times::medianSec, formats)));
    Choice choice = new Choice(getTranslation("desk.times.view"));
    choice.add(getTranslation("desk.times.shares"), () -> show(shares, medians));
    choice.add(getTranslation("desk.median"), () -> show(medians, shares));
    choice.add(
        getTranslation("card.as-table"),
        () -> {
          show(shares, medians);
          shares.showTable(true);
        });
    choice.select(0);
    Div both = new Div(choice, shares, medians);
    both.addClassName("switchable");
    return both;
  }

  private static void show(ChartWithTable shown, ChartWithTable hidden) {
    shown.setVisible(true);
    shown.showTable(false);
    hidden.setVisible(false);
  }

  private static Line line(
      Unit unit,
      String key,
      int color,
      List<Point> points,
      Function<Times, @Nullable Double> of,
      Formats formats) {
    List<@Nullable Double> values = new ArrayList<>();
    List<String> formatted = new ArrayList<>();
    for (Point point : points) {
      Double value = of.apply(point.times());
      values.add(value);
      formatted.add(
          formats.value(value, unit) + " (n = " + formats.number(point.times().timed(), 0) + ")");
    }
    return new Line(
        formats.texts().text(key),
        Line.Style.SOLID,
        Palette.color(color),
        values,
        formatted,
        null,
        List.of());
  }

  private ChartWithTable chart(
      Unit unit, Found found, Asked question, Formats formats, String key, List<Line> lines) {
    List<Point> points = found.now().points();
    boolean severalDays = question.range().length().toHours() > 25;
    Instant now = desk.time().now();
    Integer partialFrom = null;
    for (int i = points.size() - 1; i >= 0 && found.ends().get(i).isAfter(now); i--) {
      partialFrom = i;
    }
    Integer partial = partialFrom;
    List<Line> marked =
        lines.stream()
            .map(
                line ->
                    new Line(
                        line.name(),
                        line.style(),
                        line.color(),
                        line.values(),
                        line.formatted(),
                        partial,
                        line.marks()))
            .toList();
    Picture picture =
        new Picture(
            Picture.Shape.LINES,
            points.stream()
                .map(p -> formats.tick(p.start(), question.interval(), severalDays))
                .toList(),
            points.stream().map(p -> formats.bucket(p.start(), question.interval())).toList(),
            marked,
            unit,
            List.of());
    return new ChartWithTable(picture, "", formats.texts().text(key), formats);
  }
}
