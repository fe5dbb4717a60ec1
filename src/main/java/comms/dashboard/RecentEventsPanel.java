package comms.dashboard;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import comms.catalog.EventName;
import comms.timeline.Arrivals;
import comms.timeline.RecentEvents;
import comms.timeline.TimelineEntry;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The events that arrived last, kept up to date by push until somebody pauses it. */
class RecentEventsPanel extends Section {

  private static final long serialVersionUID = 1L;

  private static final Logger log = LoggerFactory.getLogger(RecentEventsPanel.class);

  private static final int MOST = 50;

  private final transient Desk desk;
  private final transient RecentEvents recentEvents;
  private final transient Arrivals arrivals;
  private final Select<EventName> filter = new Select<>();
  private final Button pause = new Button();
  private final Div list = new Div();
  private final AtomicBoolean asking = new AtomicBoolean();

  private transient @Nullable Runnable deaf;
  private transient List<TimelineEntry> shown = List.of();
  private volatile boolean paused;

  /**
   * @param chosen is told of the event that a reader chooses, null for all
   */
  RecentEventsPanel(
      Desk desk,
      RecentEvents recentEvents,
      Arrivals arrivals,
      Consumer<@Nullable EventName> chosen) {
    this.desk = desk;
    this.recentEvents = recentEvents;
    this.arrivals = arrivals;
    addClassName("card");
    filter.setItems(EventName.values());
    filter.setItemLabelGenerator(
        event -> event == null ? getTranslation("explore.every-event") : event.wireName());
    filter.setEmptySelectionAllowed(true);
    filter.setEmptySelectionCaption(getTranslation("explore.every-event"));
    filter.setAriaLabel(getTranslation("explore.event"));
    filter.addValueChangeListener(
        event -> {
          if (event.isFromClient()) {
            chosen.accept(event.getValue());
          }
        });
    pause.addClickListener(click -> pause(!paused));
    Header header = new Header(new H2(getTranslation("explore.recent")), filter, pause);
    header.addClassName("card-header");
    add(header, list);
    pause(false);
  }

  @Nullable EventName event() {
    return filter.getValue();
  }

  void show(@Nullable EventName event) {
    boolean other = filter.getValue() != event;
    filter.setValue(event);
    if (other) {
      getUI().ifPresent(this::ask);
    }
  }

  private void pause(boolean paused) {
    this.paused = paused;
    pause.setText(getTranslation(paused ? "explore.resume" : "explore.pause"));
    pause.setIcon((paused ? VaadinIcon.PLAY : VaadinIcon.PAUSE).create());
    pause.getElement().setAttribute("aria-pressed", Boolean.toString(paused));
    if (!paused) {
      getUI().ifPresent(this::ask);
    }
  }

  @Override
  protected void onAttach(AttachEvent attach) {
    UI ui = attach.getUI();
    deaf =
        arrivals.listen(
            () -> {
              if (!paused) {
                ui.accessLater(() -> ask(ui), () -> {}).run();
              }
            });
    ask(ui);
  }

  @Override
  protected void onDetach(DetachEvent event) {
    if (deaf != null) {
      deaf.run();
      deaf = null;
    }
  }

  /** Asks beside the UI; while one answer is awaited no other is asked for. */
  private void ask(UI ui) {
    if (!asking.compareAndSet(false, true)) {
      return;
    }
    Optional<EventName> event = Optional.ofNullable(filter.getValue());
    desk.tasks()
        .run(
            ui,
            () -> recentEvents.newest(event, MOST),
            newest -> {
              asking.set(false);
              if (!event.equals(Optional.ofNullable(filter.getValue()))) {
                ask(ui);
              } else {
                fill(newest);
              }
            },
            problem -> {
              asking.set(false);
              log.warn("the recent events cannot be had", problem);
              list.removeAll();
              list.add(new Problem(getTranslation("card.error"), () -> ask(ui)));
            });
  }

  private void fill(List<TimelineEntry> newest) {
    if (newest.equals(shown) && list.getComponentCount() > 0) {
      return;
    }
    shown = newest;
    list.removeAll();
    if (newest.isEmpty()) {
      list.add(new Paragraph(getTranslation("explore.recent.none")));
      return;
    }
    Formats formats = new Formats(Texts.current(), desk.time().zone());
    OrderedList items = new OrderedList();
    items.addClassName("recent");
    newest.forEach(entry -> items.add(item(entry, formats)));
    list.add(items);
  }

  private static ListItem item(TimelineEntry entry, Formats formats) {
    Span arrived = new Span(formats.moment(entry.receivedAt()));
    arrived.addClassName("event-time");
    Code name = new Code(entry.event());
    name.addClassName("event-name");
    return new ListItem(arrived, name, new EventFacts(entry, Set.of(), formats));
  }
}
