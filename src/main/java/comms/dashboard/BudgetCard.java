package comms.dashboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import comms.catalog.Dimension;
import comms.catalog.Metric;
import comms.catalog.Stat;
import comms.catalog.Target;
import comms.metrics.Budget;
import comms.metrics.Interval;
import comms.metrics.MetricQuery;
import comms.metrics.MetricResult;
import comms.metrics.MetricResult.Series;
import comms.metrics.TimeRange;
import comms.metrics.Waterfall;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How many notifications may still fail or be dropped today, whatever period is chosen. */
class BudgetCard extends AsyncCard {

  private static final long serialVersionUID = 1L;

  private static final String CHANNELS = ".channels";

  private static final List<Metric> METRICS =
      List.of(Metric.DELIVERY_FAILURES, Metric.DELIVERY_DROPS);

  BudgetCard(Questions questions) {
    super(Metric.DELIVERY_FAILURES, questions);
    setId("delivery-budget");
    addClassName("wide-card");
    H3 title = new H3(getTranslation("budget.title"));
    title.setId("delivery-budget-title");
    getElement().setAttribute("aria-labelledby", "delivery-budget-title");
    Header header = new Header(title);
    header.addClassName("card-header");
    add(header, content());
  }

  @Override
  Map<String, MetricQuery> questions(Window window) {
    Map<String, MetricQuery> questions = new LinkedHashMap<>();
    for (Metric metric : METRICS) {
      questions.put(metric.id(), question(metric, window));
      questions.put(metric.id() + CHANNELS, question(metric, window).withBy(Dimension.CHANNEL));
    }
    return questions;
  }

  @Override
  Instant freshUntil(Answers answers) {
    return answers.of(Metric.DELIVERY_FAILURES.id()).freshUntil();
  }

  private static MetricQuery question(Metric metric, Window window) {
    return MetricQuery.of(metric, today(window), Interval.TOTAL)
        .withFilters(window.filter().valuesOf(Waterfall.FILTERS));
  }

  private static TimeRange today(Window window) {
    LocalDate today = LocalDate.ofInstant(window.now(), window.zone());
    return new Days(today, today).in(window.zone());
  }

  @Override
  void show(Answers answers, Window window) {
    Div both = new Div();
    both.addClassNames("side-by-side", "budgets");
    METRICS.forEach(metric -> both.add(budget(metric, answers, window)));
    fill(both);
  }

  private Component budget(Metric metric, Answers answers, Window window) {
    Pen pen = new Pen(metric, window, new Formats(Texts.current(), window.zone()));
    MetricResult whole = answers.of(metric.id());
    Optional<Series> all = Answers.whole(whole, Stat.VALUE);
    Optional<Target> target =
        whole.targets().stream().filter(one -> one.stat() == Stat.VALUE).findFirst();
    String title =
        target
            .map(one -> pen.formats().value(one.value(), metric.unit()))
            .map(share -> pen.text("budget." + metric.id(), share))
            .orElse(pen.text("metric." + metric.id()));
    if (all.isEmpty() || target.isEmpty() || all.get().total().denominator() == 0) {
      return new Div(new H4(title), new Paragraph(pen.text("budget.none")));
    }
    String back = UI.getCurrent().getActiveViewLocation().getPathWithQueryParameters();
    MetricQuery asked = question(metric, window);
    UnorderedList list = new UnorderedList();
    list.addClassName("budget-list");
    list.add(item(pen.text("all"), whole, all.get(), target.get(), asked, back, pen));
    MetricResult channels = answers.of(metric.id() + CHANNELS);
    for (Series series : Answers.parts(channels, Stat.VALUE)) {
      String name = pen.texts().value("channel", Answers.part(series));
      list.add(item(name, channels, series, target.get(), asked, back, pen));
    }
    return new Div(new H4(title), list);
  }

  private static BudgetItem item(
      String name,
      MetricResult result,
      Series series,
      Target target,
      MetricQuery asked,
      String back,
      Pen pen) {
    Window window = pen.window();
    Budget budget = Budget.of(series.total(), target, today(window), window.now());
    BudgetItem item =
        new BudgetItem(name, new BudgetWords(budget, pen), Mark.total(result, series));
    item.lead(mark -> RecordsLink.of(asked, mark, back));
    return item;
  }
}
