package comms.dashboard;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import comms.metrics.Interval;
import comms.metrics.MetricQuery;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a dashboard shows: period, interval, comparison, the values that count, how often it is
 * asked anew. It tells of every change by a reader, and of no other.
 */
class FilterBar extends Section {

  private static final long serialVersionUID = 1L;

  private static final Logger log = LoggerFactory.getLogger(FilterBar.class);

  private final Select<Period> period = new Select<>();
  private final DatePicker from = new DatePicker();
  private final DatePicker to = new DatePicker();
  private final Select<Optional<Interval>> interval = new Select<>();
  private final Select<Comparison> comparison = new Select<>();
  private final List<DimensionBox> boxes;
  private final Checkbox fullPeriods = new Checkbox();
  private final Select<Refresh> refresh = new Select<>();
  private final Button more = new Button(VaadinIcon.FILTER.create());

  private final transient Desk desk;
  private final transient Breakdowns breakdowns;
  private Filter filter = Filter.DEFAULT;

  FilterBar(Desk desk, Breakdowns breakdowns, Consumer<Filter> changed) {
    this.desk = desk;
    this.breakdowns = breakdowns;
    addClassName("filters");
    getElement().setAttribute("aria-label", getTranslation("filter"));
    boxes =
        breakdowns.all().stream()
            .map(
                dimension ->
                    new DimensionBox(
                        dimension, (of, chosen) -> changed.accept(filter.withValues(of, chosen))))
            .toList();
    prepareTime(changed);
    prepareValues();
    prepareRefresh(changed);
    add(period, from, to, interval, comparison, more);
    boxes.forEach(this::add);
    add(refresh, fullPeriods);
  }

  private void prepareTime(Consumer<Filter> changed) {
    period.setLabel(getTranslation("filter.period"));
    period.setItems(Period.values());
    period.setItemLabelGenerator(p -> getTranslation("period." + p.wireName()));
    tell(
        period,
        chosen ->
            changed.accept(
                chosen == Period.CUSTOM
                    ? filter.withCustom(filter.days(today()))
                    : filter.withPeriod(chosen)));
    prepare(from, "filter.from", changed);
    prepare(to, "filter.to", changed);

    interval.setLabel(getTranslation("filter.interval"));
    interval.setItems(
        Stream.concat(
                Stream.of(Optional.<Interval>empty()),
                Stream.of(Interval.HOUR, Interval.DAY, Interval.WEEK, Interval.MONTH)
                    .map(Optional::of))
            .toList());
    interval.setItemLabelGenerator(
        i -> getTranslation("interval." + i.map(Interval::wireName).orElse("auto")));
    interval.setItemEnabledProvider(
        i -> i.map(some -> Filter.fits(some, filter.days(today()).count())).orElse(true));
    tell(interval, chosen -> changed.accept(filter.withInterval(chosen.orElse(null))));

    comparison.setLabel(getTranslation("filter.compare"));
    comparison.setItems(Comparison.values());
    comparison.setItemLabelGenerator(c -> getTranslation("filter.compare." + c.wireName()));
    tell(comparison, chosen -> changed.accept(filter.withComparison(chosen)));
  }

  /** The values are looked up when a reader turns to the box, since most readers never do. */
  private void prepareValues() {
    boxes.forEach(
        box -> {
          box.addClassName("more");
          box.addFocusListener(_ -> lookUp(box));
        });
    more.addClassName("more-filters");
    more.setText(getTranslation("filter.more"));
    more.getElement().setAttribute("aria-expanded", "false");
    more.addClickListener(_ -> open(!hasClassName("open")));
  }

  private void open(boolean open) {
    setClassName("open", open);
    more.getElement().setAttribute("aria-expanded", Boolean.toString(open));
  }

  private void prepareRefresh(Consumer<Filter> changed) {
    refresh.addClassName("more");
    refresh.setLabel(getTranslation("filter.refresh"));
    refresh.setItems(Refresh.values());
    refresh.setItemLabelGenerator(r -> getTranslation("filter.refresh." + r.wireName()));
    tell(refresh, chosen -> changed.accept(filter.withRefresh(chosen)));
    fullPeriods.addClassName("more");
    fullPeriods.setLabel(getTranslation("filter.full"));
    fullPeriods.addValueChangeListener(
        event -> {
          if (event.isFromClient()) {
            changed.accept(filter.withFullPeriods(event.getValue()));
          }
        });
  }

  private static <T> void tell(Select<T> select, Consumer<T> chosen) {
    select.addValueChangeListener(
        event -> {
          if (event.isFromClient() && event.getValue() != null) {
            chosen.accept(event.getValue());
          }
        });
  }

  private void prepare(DatePicker picker, String label, Consumer<Filter> changed) {
    picker.setLabel(getTranslation(label));
    picker.setLocale(getLocale());
    picker.setI18n(new CalendarWords(Texts.current()).words());
    picker.setMin(FilterAddress.FIRST_DAY);
    picker.setMax(FilterAddress.LAST_DAY);
    picker.addValueChangeListener(
        event -> {
          if (event.isFromClient()) {
            chosenDays().ifPresent(days -> changed.accept(filter.withCustom(days)));
          }
        });
  }

  private Optional<Days> chosenDays() {
    LocalDate first = from.getValue();
    LocalDate last = to.getValue();
    boolean valid = first != null && last != null && !last.isBefore(first);
    to.setInvalid(first != null && last != null && !valid);
    to.setErrorMessage(getTranslation("filter.to.before-from"));
    return valid ? Optional.of(new Days(first, last)) : Optional.empty();
  }

  private LocalDate today() {
    return desk.time().today();
  }

  /** Offers the values that occur in the period, in any of the view's metrics. */
  void lookUp(DimensionBox box) {
    Window window = Window.of(filter.withValues(Map.of()), desk.time());
    Map<String, MetricQuery> questions = new LinkedHashMap<>();
    breakdowns
        .with(box.dimension())
        .forEach(
            metric ->
                questions.put(
                    metric.id(),
                    window
                        .question(metric)
                        .withInterval(Interval.TOTAL)
                        .withBy(box.dimension())
                        .withTop(DimensionBox.OFFERED)));
    // Where the store does not answer, the chosen values are all that is offered.
    desk.questions()
        .ask(
            UI.getCurrent(),
            questions,
            answers -> {
              box.offer(answers.parts());
              box.note(answers.others().getOrDefault(box.dimension(), 0L));
            },
            problem -> log.warn("The values of {} cannot be offered", box.dimension(), problem));
  }

  List<DimensionBox> boxes() {
    return boxes;
  }

  void focusFirst() {
    period.focus();
  }

  /** Shows the filter without telling anyone. */
  void show(Filter filter) {
    this.filter = filter;
    boolean custom = filter.period() == Period.CUSTOM;
    Days days = filter.days(today());
    List.of(from, to).forEach(picker -> picker.setVisible(custom));
    period.setValue(filter.period());
    from.setValue(days.first());
    to.setValue(days.last());
    to.setInvalid(false);
    interval.getDataProvider().refreshAll();
    interval.setValue(
        Optional.ofNullable(filter.interval()).filter(i -> Filter.fits(i, days.count())));
    comparison.setValue(filter.comparison());
    boxes.forEach(this::show);
    int chosen = filter.valuesOf(breakdowns.all()).size();
    more.setText(
        chosen == 0 ? getTranslation("filter.more") : getTranslation("filter.more.some", chosen));
    refresh.setValue(filter.refresh());
    fullPeriods.setValue(filter.fullPeriods());
  }

  private void show(DimensionBox box) {
    Set<String> chosen = filter.values().getOrDefault(box.dimension(), Set.of());
    box.show(chosen);
    box.setVisible(!chosen.isEmpty() || breakdowns.shared(box.dimension()));
  }
}
