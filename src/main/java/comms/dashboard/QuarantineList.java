package comms.dashboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import comms.ingestion.Journal.JournalUnavailable;
import comms.ingestion.Quarantine;
import comms.ingestion.Quarantine.Item;
import comms.ingestion.Replay;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What could not be accepted, newest first, with its content on request, and the way back: one
 * event or all that match are taken through the door's steps again.
 */
class QuarantineList extends Article {

  private static final long serialVersionUID = 1L;

  private static final Logger log = LoggerFactory.getLogger(QuarantineList.class);
  private static final String ALL = "";

  private final transient Quarantine quarantine;
  private final transient Replay replay;
  private final transient CardTasks tasks;
  private final transient DashboardTime time;
  private final Select<String> reason = new Select<>();
  private final Select<String> event = new Select<>();
  private final Button all = new Button(VaadinIcon.REFRESH.create());
  private final Span total = new Span();
  private final Paragraph nothing = new Paragraph();
  private final Grid<Item> grid = new Grid<>();

  QuarantineList(Quarantine quarantine, Replay replay, CardTasks tasks, DashboardTime time) {
    this.quarantine = quarantine;
    this.replay = replay;
    this.tasks = tasks;
    this.time = time;
    addClassNames("card", "quarantine");
    choice(reason, "quarantine.reason");
    reason.setItemLabelGenerator(
        value -> getTranslation(value.equals(ALL) ? "quarantine.all" : "quarantine." + value));
    choice(event, "quarantine.event");
    event.setItemLabelGenerator(
        value -> value.equals(ALL) ? getTranslation("quarantine.all") : value);
    all.setText(getTranslation("quarantine.replay-all"));
    all.addClickListener(_ -> replayAll());
    total.addClassName("sample");
    Div filters = new Div(reason, event, all);
    filters.addClassName("filters");
    columns();
    add(new Header(new H2(getTranslation("quarantine.title")), total), filters, nothing, grid);
  }

  /** Asks the store anew; without an answer it says so and shows nothing. */
  void reload() {
    String askedReason = reason.getValue();
    String askedEvent = event.getValue();
    tasks.run(
        UI.getCurrent(),
        () ->
            new Found(quarantine.groups(), quarantine.list(askedReason, askedEvent, 1, 0).total()),
        this::show,
        problem -> {
          log.warn("The quarantine has no answer", problem);
          show(getTranslation("quarantine.no-answer"), 0);
        });
  }

  /** What lies there: its groups, and how many match. */
  private record Found(List<Quarantine.Group> groups, long total) {}

  private void show(Found found) {
    items(reason, found.groups().stream().map(Quarantine.Group::reason));
    items(event, found.groups().stream().map(Quarantine.Group::event));
    show(getTranslation("quarantine.none"), found.total());
  }

  private void show(String whenEmpty, long count) {
    total.setText(getTranslation("quarantine.total", formats().number(count, 0)));
    nothing.setText(whenEmpty);
    nothing.setVisible(count == 0);
    grid.setVisible(count > 0);
    all.setEnabled(count > 0);
    if (count > 0) {
      String ofReason = reason.getValue();
      String ofEvent = event.getValue();
      RowsBefore<Item> before = new RowsBefore<>();
      grid.setItems(
          query ->
              before
                  .page(
                      ofReason + " " + ofEvent,
                      query.getOffset(),
                      query.getLimit(),
                      (last, limit) -> quarantine.before(last, ofReason, ofEvent, limit),
                      (limit, offset) -> quarantine.list(ofReason, ofEvent, limit, offset).items())
                  .stream());
      grid.getLazyDataView().setItemCountCallback(_ -> (int) Math.min(count, Integer.MAX_VALUE));
    }
  }

  private void columns() {
    grid.addColumn(item -> formats().dateTime(item.receivedAt()))
        .setHeader(getTranslation("quarantine.received"))
        .setAutoWidth(true);
    grid.addColumn(Item::event).setHeader(getTranslation("quarantine.event")).setAutoWidth(true);
    grid.addColumn(item -> getTranslation("quarantine." + item.reason()))
        .setHeader(getTranslation("quarantine.reason"))
        .setAutoWidth(true);
    grid.addColumn(Item::property)
        .setHeader(getTranslation("quarantine.property"))
        .setAutoWidth(true);
    grid.addComponentColumn(this::replayButton).setAutoWidth(true).setFlexGrow(0);
    grid.setItemDetailsRenderer(new ComponentRenderer<>(QuarantineList::content));
    grid.getElement().setAttribute("aria-label", getTranslation("quarantine.title"));
  }

  private Component replayButton(Item item) {
    Button button = new Button(getTranslation("quarantine.replay"), _ -> replayOne(item));
    button.addClassName("quiet");
    return button;
  }

  private static Component content(Item item) {
    Pre json = new Pre(item.content());
    json.getElement().setAttribute("tabindex", "0");
    return json;
  }

  private void replayOne(Item item) {
    told(() -> replay.one(item.id()).orElse(new Replay.Outcome(0, 0)));
  }

  private void replayAll() {
    String askedReason = reason.getValue();
    String askedEvent = event.getValue();
    told(() -> replay.all(askedReason, askedEvent));
  }

  /** Many events take their time; meanwhile the page stays alive. */
  private void told(Callable<Replay.Outcome> replaying) {
    all.setEnabled(false);
    tasks.run(
        UI.getCurrent(),
        replaying,
        outcome ->
            told(
                getTranslation(
                    "quarantine.replayed",
                    formats().number(outcome.replayed(), 0),
                    formats().number(outcome.refused(), 0))),
        problem -> {
          log.warn("The quarantine cannot be replayed", problem);
          told(
              getTranslation(
                  problem instanceof JournalUnavailable
                      ? "quarantine.unavailable"
                      : "quarantine.no-answer"));
        });
  }

  private void told(String message) {
    Notification.show(message);
    reload();
  }

  private void choice(Select<String> select, String label) {
    select.setLabel(getTranslation(label));
    select.setItems(ALL);
    select.setValue(ALL);
    select.addValueChangeListener(
        change -> {
          if (change.isFromClient()) {
            reload();
          }
        });
  }

  /** The choices there are now; what is chosen stays chosen. */
  private static void items(Select<String> select, Stream<String> found) {
    String chosen = select.getValue();
    select.setItems(Stream.concat(Stream.of(ALL, chosen), found.sorted()).distinct().toList());
    select.setValue(chosen);
  }

  private Formats formats() {
    return new Formats(Texts.current(), time.zone());
  }
}
