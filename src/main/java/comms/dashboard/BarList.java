package comms.dashboard;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Counts by name, the largest first, each with a bar of its length, leading to their records. */
class BarList extends UnorderedList implements Drillable {

  private static final long serialVersionUID = 1L;

  private final transient Map<Anchor, Mark> marks = new LinkedHashMap<>();

  /** A name, its count, and which figure that is. */
  record Bar(String name, double count, Mark mark) {}

  BarList(List<Bar> bars, Formats formats) {
    addClassName("bars");
    double largest = bars.stream().mapToDouble(Bar::count).max().orElse(1);
    bars.stream()
        .sorted(Comparator.comparingDouble(Bar::count).reversed())
        .forEach(bar -> add(item(bar, largest, formats)));
  }

  private ListItem item(Bar bar, double largest, Formats formats) {
    Anchor name = new Anchor();
    name.setText(bar.name());
    marks.put(name, bar.mark());
    name.addClassName("bar-name");
    Span count = new Span(formats.number(bar.count(), 0));
    count.addClassName("bar-count");
    Div length = new Div();
    length.addClassName("bar-length");
    length.getStyle().set("--share", Double.toString(bar.count() / largest));
    return new ListItem(name, count, length);
  }

  @Override
  public void lead(Function<Mark, RecordsLink> link) {
    marks.forEach(
        (anchor, mark) -> {
          if (!mark.ofOthers()) {
            anchor.setHref(link.apply(mark).href());
          }
        });
  }
}
