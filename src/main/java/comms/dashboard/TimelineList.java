package comms.dashboard;

import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import comms.timeline.TimelineEntry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Events in order, with the waits between them. */
class TimelineList extends OrderedList {

  private static final long serialVersionUID = 1L;

  /** What comes sooner comes together. */
  private static final double LEAST_WAIT_SEC = 0.05;

  private final String id;
  private final transient Formats formats;
  private transient @Nullable TimelineEntry last;
  private int shown;

  TimelineList(String id, Formats formats) {
    this.id = id;
    this.formats = formats;
    addClassName("timeline");
  }

  int shown() {
    return shown;
  }

  /** The entry that is shown last. */
  Optional<TimelineEntry> last() {
    return Optional.ofNullable(last);
  }

  void add(List<TimelineEntry> entries) {
    entries.forEach(entry -> add(item(entry)));
    shown += entries.size();
  }

  private ListItem item(TimelineEntry entry) {
    Code name = new Code(entry.event());
    name.addClassName("event-name");
    Div head = new Div(name, new Words("event-time", formats.moment(entry.at())));
    head.addClassName("event-head");
    ListItem item = new ListItem();
    if (last != null) {
      double wait = Duration.between(last.at(), entry.at()).toMillis() / 1000.0;
      if (wait >= LEAST_WAIT_SEC) {
        item.add(new Words("event-wait", getTranslation("timeline.wait", formats.duration(wait))));
      }
    }
    last = entry;
    item.add(head, new EventFacts(entry, Set.of(id), formats));
    return item;
  }
}
