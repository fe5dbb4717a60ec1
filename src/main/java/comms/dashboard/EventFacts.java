package comms.dashboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import comms.timeline.TimelineEntry;
import java.util.Set;

/** What an event says: its properties under their own names, ids as links to their timelines. */
class EventFacts extends DescriptionList {

  private static final long serialVersionUID = 1L;

  /**
   * @param known values that the page is about, which need not be said again
   */
  EventFacts(TimelineEntry entry, Set<String> known, Formats formats) {
    addClassName("event-facts");
    entry
        .properties()
        .forEach(
            (name, value) -> {
              if (!known.contains(value.toString())) {
                Div pair = new Div(new Term(name), new Description(shown(name, value, formats)));
                getElement().appendChild(pair.getElement());
              }
            });
  }

  private static Component shown(String name, Object value, Formats formats) {
    return TimelineLink.subject(name)
        .<Component>map(
            subject -> {
              String id = value.toString();
              return new Anchor(new TimelineLink(subject, id).href(), id);
            })
        .orElseGet(() -> new Span(text(value, formats)));
  }

  private static String text(Object value, Formats formats) {
    return value instanceof Double number ? formats.number(number, 1) : value.toString();
  }
}
