package comms.dashboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.H5;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import comms.catalog.Dimension;
import comms.metrics.Others;
import comms.metrics.RecordsQuery.Part;
import comms.metrics.Waterfall.Steps;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What became of the notifications of one channel: how many were scheduled, what was lost of them
 * and what is left, then what the metrics count, then the attempts.
 */
class WaterfallPanel extends Section {

  private static final long serialVersionUID = 1L;

  private final transient Steps steps;
  private final transient @Nullable Steps before;
  private final transient WaterfallLinks links;
  private final transient Pen pen;

  /**
   * @param before of the compared period, null without one
   * @param scale the share of the scheduled ones that a bar of full length stands for
   */
  WaterfallPanel(
      String title,
      Steps steps,
      @Nullable Steps before,
      double scale,
      WaterfallLinks links,
      Pen pen) {
    this.steps = steps;
    this.before = before;
    this.links = links;
    this.pen = pen;
    addClassName("waterfall");
    Div head = new Div(new H4(title));
    links.sentry(pen).ifPresent(head::add);
    head.addClassName("waterfall-head");
    add(head, parts(scale), inAll(), new H5(pen.text("waterfall.attempts")), attempts());
  }

  /** Each notification in one of them, so that they add up. */
  private UnorderedList parts(double scale) {
    UnorderedList list = new UnorderedList();
    list.addClassName("waterfall-parts");
    list.add(item("total", link("scheduled", Part.ALL, steps.scheduled()), steps.scheduled()));
    double passed = 0;
    for (Loss loss :
        List.of(
            new Loss("failed_only", Part.FAILED_ONLY, Steps::failedOnly),
            new Loss("dropped_only", Part.DROPPED_ONLY, Steps::droppedOnly),
            new Loss("failed_and_dropped", Part.FAILED_AND_DROPPED, Steps::failedAndDropped))) {
      list.add(lost(loss, passed, scale));
      passed += steps.share(loss.of().applyAsLong(steps));
    }
    ListItem rest =
        item("rest", link("untroubled", Part.UNTROUBLED, steps.untroubled()), steps.untroubled());
    rest.add(new Words("waterfall-share", share(steps.untroubled())));
    list.add(rest);
    return list;
  }

  private record Loss(String name, Part part, ToLongFunction<Steps> of) {}

  private ListItem lost(Loss loss, double passed, double scale) {
    long n = loss.of().applyAsLong(steps);
    ListItem item = item(n == 0 ? "none" : "lost", link(loss.name(), loss.part(), n), n);
    item.add(new Words("waterfall-share", share(n)));
    Div bar = new Div();
    bar.addClassName("waterfall-bar");
    bar.getStyle().set("--from", Double.toString(scale == 0 ? 0 : passed / scale));
    bar.getStyle().set("--share", Double.toString(scale == 0 ? 0 : steps.share(n) / scale));
    item.add(bar);
    return item;
  }

  /** The figures of the metrics, with what of them was not scheduled in the period. */
  private UnorderedList inAll() {
    UnorderedList list = new UnorderedList();
    list.addClassName("waterfall-all");
    ListItem failed = item("all", link("failed", Part.COUNTED, steps.failed()), steps.failed());
    addChange(failed, steps.failed(), before == null ? null : (Long) before.failed());
    addUnscheduled(failed, Part.FAILED_UNSCHEDULED, steps.failedUnscheduled());
    ListItem dropped =
        item("all", linkTo(links.dropped(), text("dropped"), steps.dropped()), steps.dropped());
    addChange(dropped, steps.dropped(), before == null ? null : (Long) before.dropped());
    addUnscheduled(dropped, Part.DROPPED_UNSCHEDULED, steps.droppedUnscheduled());
    dropped.add(byName(steps.droppedByReason(), Dimension.DROP_REASON));
    list.add(failed, dropped);
    return list;
  }

  private UnorderedList attempts() {
    UnorderedList list = new UnorderedList();
    list.addClassName("waterfall-all");
    ListItem attempts =
        item(
            "all",
            linkTo(links.attempts(), text("failed-attempts"), steps.attempts()),
            steps.attempts());
    addChange(attempts, steps.attempts(), before == null ? null : (Long) before.attempts());
    attempts.add(byName(steps.attemptsByCode(), Dimension.ERROR_CODE));
    list.add(attempts);
    return list;
  }

  private void addChange(ListItem item, long now, @Nullable Long then) {
    if (then != null) {
      item.add(new ChangeNote(now, then, pen));
    }
  }

  private void addUnscheduled(ListItem item, Part part, long n) {
    if (n > 0) {
      String words = pen.text("waterfall.unscheduled", pen.formats().number(n, 0));
      HtmlComponent link =
          links.ofOthers() ? new Span(words) : new Anchor(links.part(part).href(), words);
      link.addClassName("waterfall-note");
      item.add(link);
    }
  }

  private Component byName(SortedMap<String, Long> counts, Dimension by) {
    UnorderedList names = new UnorderedList();
    names.addClassName("waterfall-names");
    counts.entrySet().stream()
        .sorted(
            Comparator.comparing((Map.Entry<String, Long> one) -> Others.is(one.getKey()))
                .thenComparing(Map.Entry.comparingByValue(Comparator.reverseOrder())))
        .forEach(
            count -> {
              String name = RecordWords.word(by, count.getKey(), pen.texts());
              Component link =
                  links.ofOthers() || Others.is(count.getKey())
                      ? new Span(name)
                      : new Anchor(links.by(by, count.getKey()).href(), name);
              names.add(
                  new ListItem(link, new Span(" " + pen.formats().number(count.getValue(), 0))));
            });
    return names;
  }

  private ListItem item(String kind, Component name, long n) {
    Words count = new Words("waterfall-count", pen.formats().number(n, 0));
    ListItem item = new ListItem(name, count);
    item.addClassName("waterfall-" + kind);
    return item;
  }

  private Component link(String key, Part part, long n) {
    return linkTo(links.part(part), text(key), n);
  }

  /** Nothing leads nowhere. */
  private Component linkTo(RecordsLink link, String text, long n) {
    HtmlComponent name =
        n == 0 || links.ofOthers() ? new Span(text) : new Anchor(link.href(), text);
    name.addClassName("waterfall-name");
    return name;
  }

  private String text(String key) {
    return pen.text("waterfall." + key);
  }

  private String share(long n) {
    return steps.scheduled() == 0 ? Formats.NOTHING : pen.formats().percent(steps.share(n), 2);
  }
}
