package comms.dashboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import comms.catalog.EventName;
import comms.catalog.Metric;

/** The events and the Prometheus metrics behind a metric; events lead to their definition. */
class SourceList extends UnorderedList {

  private static final long serialVersionUID = 1L;

  SourceList(Metric metric) {
    metric.sources().forEach(source -> add(new ListItem(shown(source))));
  }

  private static Component shown(String source) {
    Code name = new Code(source);
    return EventName.named(source)
        .<Component>map(event -> new Anchor("catalog#" + event.wireName(), name))
        .orElse(name);
  }
}
