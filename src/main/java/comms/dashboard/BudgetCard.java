package comms.dashboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import comms.catalog.Dimension;
import comms.catalog.Metric;
import comms.catalog.Stat;
import comms.catalog.Target;
import comms.metrics.Bounds;
import comms.metrics.Budget;
import comms.metrics.Interval;
import comms.metrics.MetricQuery;
import comms.metrics.MetricResult;
import comms.metrics.MetricResult.Series;
import comms.metrics.Top;
import comms.metrics.Waterfall;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How many notifications may still fail or be dropped today, whatever period is chosen. */
class BudgetCard extends AsyncCard {

  private static final long serialVersionUID = 1L;

  private static final String CHANNELS = ".channels";

  private static final Top LISTED = Top.of(Bounds.SHOWN);

  private static final List<Metric> METRICS =
      List.of(Metric.DELIVERY_FAILURES, Metric.DELIVERY_DROPS);

  BudgetCard(Questions questions, DashboardTime time) {
    super("delivery-budget", "budget.title", Metric.DELIVERY_FAILURES, questions);
    addClassName("wide-card");
    header().add(new CardMenu(this, time));
  }

  @Override
  Map<String, MetricQuery> questions(Window window) {
    Map<String, MetricQuery> questions = new LinkedHashMap<>();
    for (Metric metric : METRICS) {
      questions.put(metric.id(), question(metric, window));
      questions.put(
          metric.id() + CHANNELS,
          question(metric, window).withBy(Dimension.CHANNEL).withTop(LISTED));
    }
    return questions;
  }

  @Override
  Instant freshUntil(Answers answers) {
    return answers.of(Metric.DELIVERY_FAILURES.id()).freshUntil();
  }

  private static MetricQuery question(Metric metric, Window window) {
    return MetricQuery.of(metric, ofToday(window).in(window.zone()), Interval.TOTAL)
        .withFilters(window.filter().valuesOf(Waterfall.FILTERS));
  }

  private static Days ofToday(Window window) {
    LocalDate today = LocalDate.ofInstant(window.now(), window.zone());
    return new Days(today, today);
  }

  @Override
  void show(Answers answers, Window window) {
    Div both = new Div();
    both.addClassNames("side-by-side", "budgets");
    METRICS.forEach(metric -> both.add(budgets(metric, answers, window)));
    fill(both);
    new OthersNote(answers.others(), new Formats(Texts.current(), window.zone()))
        .text()
        .map(Paragraph::new)
        .ifPresent(both::add);
    Filter ofToday = window.filter().withCustom(ofToday(window)).withComparison(Comparison.NONE);
    Window today =
        new Window(ofToday, ofToday(window), Interval.TOTAL, window.now(), window.zone());
    Formats formats = new Formats(Texts.current(), window.zone());
    offer(today, formats, () -> rows(answers, today, formats));
  }

  /** The budget of one channel, or of all. */
  private record Named(String name, Budget budget, Mark mark) {}

  /** The budget of all channels, then that of each; empty where nothing was scheduled. */
  private static List<Named> budgets(Metric metric, Answers answers, Pen pen) {
    MetricResult whole = answers.of(metric.id());
    MetricResult channels = answers.of(metric.id() + CHANNELS);
    Optional<Series> all = Answers.whole(whole, Stat.VALUE);
    Optional<Target> target = target(whole);
    if (all.isEmpty() || target.isEmpty() || all.get().total().denominator() == 0) {
      return List.of();
    }
    List<Named> budgets = new ArrayList<>();
    budgets.add(budget(pen.text("all"), whole, all.get(), target.get(), pen));
    for (Series series : Answers.parts(channels, Stat.VALUE)) {
      String name = pen.texts().value("channel", Answers.part(series));
      budgets.add(budget(name, channels, series, target.get(), pen));
    }
    return budgets;
  }

  private static Optional<Target> target(MetricResult result) {
    return result.targets().stream().filter(one -> one.stat() == Stat.VALUE).findFirst();
  }

  private static Named budget(
      String name, MetricResult result, Series series, Target target, Pen pen) {
    Window window = pen.window();
    Budget budget =
        Budget.of(series.total(), target, ofToday(window).in(window.zone()), window.now());
    return new Named(name, budget, Mark.total(result, series));
  }

  private static Component budgets(Metric metric, Answers answers, Window window) {
    Pen pen = new Pen(metric, window, new Formats(Texts.current(), window.zone()));
    H4 title =
        new H4(
            target(answers.of(metric.id()))
                .map(one -> pen.formats().value(one.value(), metric.unit()))
                .map(share -> pen.text("budget." + metric.id(), share))
                .orElse(pen.text("metric." + metric.id())));
    List<Named> budgets = budgets(metric, answers, pen);
    if (budgets.isEmpty()) {
      return new Div(title, new Paragraph(pen.text("budget.none")));
    }
    String back = UI.getCurrent().getActiveViewLocation().getPathWithQueryParameters();
    MetricQuery asked = question(metric, window);
    UnorderedList list = new UnorderedList();
    list.addClassName("budget-list");
    for (Named one : budgets) {
      BudgetItem item = new BudgetItem(one.name(), new BudgetWords(one.budget(), pen), one.mark());
      item.lead(mark -> RecordsLink.of(asked, mark, back));
      list.add(item);
    }
    return new Div(title, list);
  }

  private static SheetLink.Rows rows(Answers answers, Window today, Formats formats) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Metric metric : METRICS) {
      Pen pen = new Pen(metric, today, formats);
      for (Named one : budgets(metric, answers, pen)) {
        Budget budget = one.budget();
        rows.add(
            Arrays.asList(
                pen.text("metric." + metric.id()),
                one.name(),
                budget.scheduled(),
                budget.spent(),
                budget.allowed(),
                budget.left()));
      }
    }
    return CardFile.of(
        Stream.of(
                "export.figure",
                "record.channel",
                "waterfall.scheduled",
                "budget.spent",
                "budget.allowed.column",
                "budget.left")
            .map(formats.texts()::text)
            .toList(),
        rows);
  }
}
