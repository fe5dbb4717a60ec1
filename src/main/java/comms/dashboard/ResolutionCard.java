package comms.dashboard;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import comms.catalog.Dimension;
import comms.catalog.Unit;
import comms.disputes.DisputeFilter;
import comms.disputes.DisputeFilter.Bucket;
import comms.disputes.DisputeFilter.State;
import comms.disputes.ResolutionTimes;
import comms.disputes.ResolutionTimes.Answer;
import comms.disputes.ResolutionTimes.Times;
import comms.metrics.Buckets;
import comms.metrics.Interval;
import comms.metrics.TimeRange;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How fast disputes were resolved: the shares within a day and two, the median, their trends. */
class ResolutionCard extends LoadingCard<ResolutionCard.Found> implements Charted {

  private static final long serialVersionUID = 1L;

  private final transient Desk desk;
  private final transient ResolutionTimes times;
  private final transient Function<DeskChoice, String> href;
  private final transient Consumer<TimeRange> zoomed;
  private final CardMenu menu;
  private boolean asTable;

  /** What the card shows of the disputes that were resolved. */
  enum Measure {
    WITHIN_DAY("desk.within-24h", Unit.RATIO, Bucket.DAY, Times::shareWithinDay),
    WITHIN_TWO_DAYS("desk.within-48h", Unit.RATIO, Bucket.TWO_DAYS, Times::shareWithinTwoDays),
    MEDIAN("desk.median", Unit.SECONDS, Bucket.ANY, Times::medianSec);

    private final String key;
    private final Unit unit;
    private final Bucket bucket;
    private final Function<Times, @Nullable Double> of;

    Measure(String key, Unit unit, Bucket bucket, Function<Times, @Nullable Double> of) {
      this.key = key;
      this.unit = unit;
      this.bucket = bucket;
      this.of = of;
    }

    String key() {
      return key;
    }

    Unit unit() {
      return unit;
    }

    @Nullable Double of(Times times) {
      return of.apply(times);
    }

    /** The disputes behind the figure. */
    DeskChoice disputes() {
      return DeskChoice.DEFAULT.withState(State.RESOLVED).withBucket(bucket);
    }
  }

  private record Asked(
      TimeRange range,
      Optional<TimeRange> compared,
      Interval interval,
      Map<Dimension, Set<String>> values) {

    static Asked of(Window window) {
      return new Asked(
          window.range(),
          Optional.ofNullable(window.compared()),
          window.interval(),
          window.filter().valuesOf(DisputeFilter.DIMENSIONS));
    }
  }

  /** The figures of the period and its buckets, and of the compared period. */
  record Found(Buckets buckets, Answer now, Optional<Times> before) {}

  /**
   * @param href the address of the desk with that choice
   * @param zoomed is told of the time that a reader drags over
   */
  ResolutionCard(
      Desk desk,
      ResolutionTimes times,
      Function<DeskChoice, String> href,
      Consumer<TimeRange> zoomed) {
    super("resolution-times", "desk.times");
    this.desk = desk;
    this.times = times;
    this.href = href;
    this.zoomed = zoomed;
    this.menu = new CardMenu(this, desk.time());
    header().add(new Explanation(title(), List.of(getTranslation("desk.times.definition"))), menu);
  }

  @Override
  Future<?> ask(Window window, UI ui, Consumer<Given<Found>> done, Consumer<Exception> failed) {
    // So few are resolved in a day that shares of them jump.
    Asked asked = Asked.of(window.weekly());
    return desk.questions().ask(ui, asked, () -> find(asked), done, failed);
  }

  private Found find(Asked asked) {
    Buckets buckets = Buckets.of(asked.range(), asked.interval(), desk.time().zone());
    return new Found(
        buckets,
        times.of(buckets, asked.values()),
        asked
            .compared()
            .map(range -> Buckets.of(range, Interval.TOTAL, desk.time().zone()))
            .map(whole -> times.of(whole, asked.values()).total()));
  }

  @Override
  @Nullable Instant freshUntil(Found found) {
    return null;
  }

  @Override
  void show(Found found, Window window) {
    Window weekly = window.weekly();
    Formats formats = new Formats(Texts.current(), window.zone());
    Times total = found.now().total();
    ResolutionTrend trend = new ResolutionTrend(found, weekly, href, formats);
    offer(weekly, formats, trend::rows);
    if (total.resolved() == 0) {
      fill(new Nothing(getTranslation("card.empty")));
      return;
    }
    Div figures = new Div();
    figures.addClassName("figures");
    Arrays.stream(Measure.values())
        .forEach(measure -> figures.add(figure(measure, found, weekly, formats)));
    Div notes = new Div(new Span(getTranslation("sample", formats.number(total.timed(), 0))));
    notes.addClassName("notes");
    if (total.timed() < total.resolved()) {
      notes.add(
          new Span(
              getTranslation("desk.untimed", formats.number(total.resolved() - total.timed(), 0))));
    }
    figures.add(notes);
    fill(figures, trends(trend));
    pictures().forEach(picture -> picture.zoom(zoomed::accept));
    showTable(asTable);
  }

  /** A figure that leads to its disputes, with its change against the comparison. */
  private LargeFigure figure(Measure measure, Found found, Window window, Formats formats) {
    Double value = measure.of(found.now().total());
    LargeFigure figure = new LargeFigure(getTranslation(measure.key()), "");
    figure
        .value()
        .add(new Anchor(href.apply(measure.disputes()), formats.value(value, measure.unit())));
    Double before = found.before().map(measure::of).orElse(null);
    if (value != null && before != null) {
      Change change = new Change(value, before, measure.unit(), formats);
      figure.change(
          change.words(),
          change.trend(measure.unit() == Unit.RATIO),
          getTranslation("compare." + window.comparison().wireName()));
    }
    return figure;
  }

  private Div trends(ResolutionTrend trend) {
    ChartWithTable shares =
        trend.chart("desk.times.shares", Measure.WITHIN_DAY, Measure.WITHIN_TWO_DAYS);
    ChartWithTable medians = trend.chart("desk.median", Measure.MEDIAN);
    Choice choice = new Choice(getTranslation("desk.times.view"));
    choice.add(getTranslation("desk.times.shares"), () -> show(shares, medians));
    choice.add(getTranslation("desk.median"), () -> show(medians, shares));
    choice.select(0);
    Div both = new Div(choice, shares, medians);
    both.addClassName("switchable");
    return both;
  }

  private static void show(ChartWithTable shown, ChartWithTable hidden) {
    shown.setVisible(true);
    hidden.setVisible(false);
  }

  @Override
  public boolean asTable() {
    return asTable;
  }

  @Override
  public void showTable(boolean asTable) {
    this.asTable = asTable;
    menu.named(asTable);
    pictures().forEach(picture -> picture.showTable(asTable));
  }
}
