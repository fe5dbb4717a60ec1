package comms.dashboard;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Comparator;
import java.util.List;

/** Counts by name, the largest first, each with a bar of its length. */
class BarList extends UnorderedList {

  private static final long serialVersionUID = 1L;

  /** A name and its count. */
  record Bar(String name, double count) {}

  BarList(List<Bar> bars, Formats formats) {
    addClassName("bars");
    double largest = bars.stream().mapToDouble(Bar::count).max().orElse(1);
    bars.stream()
        .sorted(Comparator.comparingDouble(Bar::count).reversed())
        .forEach(bar -> add(item(bar, largest, formats)));
  }

  private static ListItem item(Bar bar, double largest, Formats formats) {
    Span name = new Span(bar.name());
    name.addClassName("bar-name");
    Span count = new Span(formats.number(bar.count(), 0));
    count.addClassName("bar-count");
    Div length = new Div();
    length.addClassName("bar-length");
    length.getStyle().set("--share", Double.toString(bar.count() / largest));
    return new ListItem(name, count, length);
  }
}
