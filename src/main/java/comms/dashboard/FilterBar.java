package comms.dashboard;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import comms.metrics.Interval;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Period, interval and comparison; it tells of every change by a reader, and of no other. */
class FilterBar extends Section {

  private static final long serialVersionUID = 1L;

  private final Select<Period> period = new Select<>();
  private final DatePicker from = new DatePicker();
  private final DatePicker to = new DatePicker();
  private final Select<Optional<Interval>> interval = new Select<>();
  private final Select<Comparison> comparison = new Select<>();

  private final transient DashboardTime time;
  private Filter filter = Filter.DEFAULT;

  FilterBar(DashboardTime time, Consumer<Filter> changed) {
    this.time = time;
    addClassName("filters");
    getElement().setAttribute("aria-label", getTranslation("filter"));

    period.setLabel(getTranslation("filter.period"));
    period.setItems(Period.values());
    period.setItemLabelGenerator(p -> getTranslation("period." + p.wireName()));
    period.addValueChangeListener(
        event -> {
          if (event.isFromClient()) {
            changed.accept(
                event.getValue() == Period.CUSTOM
                    ? filter.withCustom(filter.days(time.today()))
                    : filter.withPeriod(event.getValue()));
          }
        });

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
        i -> i.map(some -> Filter.fits(some, filter.days(time.today()).count())).orElse(true));
    interval.addValueChangeListener(
        event -> {
          if (event.isFromClient()) {
            changed.accept(filter.withInterval(event.getValue().orElse(null)));
          }
        });

    comparison.setLabel(getTranslation("filter.compare"));
    comparison.setItems(Comparison.values());
    comparison.setItemLabelGenerator(c -> getTranslation("filter.compare." + c.wireName()));
    comparison.addValueChangeListener(
        event -> {
          if (event.isFromClient()) {
            changed.accept(filter.withComparison(event.getValue()));
          }
        });
    add(period, from, to, interval, comparison);
  }

  private void prepare(DatePicker picker, String label, Consumer<Filter> changed) {
    picker.setLabel(getTranslation(label));
    picker.setLocale(getLocale());
    picker.setI18n(new CalendarWords(Texts.current()).words());
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

  /** Shows the filter without telling anyone. */
  void show(Filter filter) {
    this.filter = filter;
    boolean custom = filter.period() == Period.CUSTOM;
    Days days = filter.days(time.today());
    List.of(from, to).forEach(picker -> picker.setVisible(custom));
    period.setValue(filter.period());
    from.setValue(days.first());
    to.setValue(days.last());
    to.setInvalid(false);
    interval.getDataProvider().refreshAll();
    interval.setValue(
        Optional.ofNullable(filter.interval()).filter(i -> Filter.fits(i, days.count())));
    comparison.setValue(filter.comparison());
  }
}
