package comms.dashboard;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import comms.catalog.Dimension;
import comms.metrics.Interval;
import comms.metrics.MetricQuery;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says which values of the filter nothing in the period has; nothing where all have something. */
class UnmatchedNote extends Div {

  private static final long serialVersionUID = 1L;

  private static final Logger log = LoggerFactory.getLogger(UnmatchedNote.class);

  private final transient Desk desk;
  private final transient Breakdowns breakdowns;
  private transient Map<Dimension, Set<String>> asked = Map.of();

  UnmatchedNote(Desk desk, Breakdowns breakdowns) {
    this.desk = desk;
    this.breakdowns = breakdowns;
    addClassName("unmatched");
    getElement().setAttribute("role", "status");
    setVisible(false);
  }

  /** Looks which values of the window's filter occur in it. */
  void ask(Window window) {
    Map<Dimension, Set<String>> values = window.filter().valuesOf(breakdowns.all());
    asked = values;
    if (values.isEmpty()) {
      show(Map.of());
      return;
    }
    Callable<Map<Dimension, Set<String>>> work = () -> find(window, values);
    desk.tasks()
        .run(
            UI.getCurrent(),
            work,
            found -> {
              if (asked.equals(values)) {
                show(found);
              }
            },
            problem -> log.warn("Whether the filter matches anything has no answer", problem));
  }

  /** A value is unmatched where none of the view's metrics has anything of it. */
  private Map<Dimension, Set<String>> find(Window window, Map<Dimension, Set<String>> values) {
    Map<Dimension, Set<String>> unmatched = new TreeMap<>();
    values.forEach(
        (dimension, chosen) -> {
          Set<String> slips = new TreeSet<>(chosen);
          breakdowns
              .with(dimension)
              .forEach(
                  metric -> {
                    MetricQuery query =
                        window
                            .question(metric)
                            .withInterval(Interval.TOTAL)
                            .withFilters(Map.of(dimension, chosen));
                    slips.retainAll(
                        desk.questions().unmatched(query).getOrDefault(dimension, Set.of()));
                  });
          if (!slips.isEmpty()) {
            unmatched.put(dimension, slips);
          }
        });
    return unmatched;
  }

  private void show(Map<Dimension, Set<String>> unmatched) {
    removeAll();
    unmatched.forEach((dimension, values) -> add(new Paragraph(sentence(dimension, values))));
    setVisible(!unmatched.isEmpty());
  }

  /** That nothing has these values. */
  static String sentence(Dimension dimension, Set<String> values) {
    Texts texts = Texts.current();
    return texts.text(
        "filter.unmatched",
        texts.text("record." + dimension.wireName()),
        String.join(", ", values));
  }
}
