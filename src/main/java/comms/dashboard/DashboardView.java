package comms.dashboard;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.shared.Registration;
import comms.catalog.Metric;
import comms.metrics.TimeRange;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A page of cards under one filter bar; what it shows is in its URL. */
abstract class DashboardView extends Section implements AfterNavigationObserver, HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  private static final int WHILE_EMPTY_MILLIS = 4_000;
  private static final int WHILE_TROUBLED_MILLIS = 15_000;

  /** A wall refreshes itself this often unless its address says otherwise. */
  private static final Refresh OF_A_WALL = Refresh.HALF_MINUTE;

  static final String WALL = "wall";

  private final String titleKey;
  private final transient Desk desk;
  private final FilterBar filterBar;
  private final UnmatchedNote unmatched;
  private final Span picture = new Span();
  private final Span freshness = new Span();
  private final DemoBanner banner;
  private final EmptyStore emptyStore;
  private final Div cards = new Div();

  private Filter shown = Filter.DEFAULT;
  private boolean asked;
  private boolean wall;
  private @Nullable Registration polling;
  private Instant freshUntil = Instant.EPOCH;

  DashboardView(String titleKey, Desk desk, Collection<Metric> metrics) {
    this.titleKey = titleKey;
    this.desk = desk;
    filterBar = new FilterBar(desk, Breakdowns.of(metrics), this::open);
    unmatched = new UnmatchedNote(desk, Breakdowns.of(metrics));
    banner = new DemoBanner(desk, this::reload);
    emptyStore = new EmptyStore(desk, this::reload);
    addClassName("dashboard");
    cards.addClassName("cards");
    picture.addClassName("picture-words");
    freshness.addClassName("freshness");
    freshness.getElement().setAttribute("aria-live", "polite");
    Header header = new Header(new H1(getTranslation(titleKey)), picture, freshness);
    add(banner, header, filterBar, unmatched, emptyStore, cards);
  }

  /** A card of the view, whose charts can be dragged over. */
  MetricCard card(Metric metric, Drawing drawing) {
    MetricCard card = new MetricCard(metric, drawing, desk.questions(), desk.time());
    card.onChange(this::zoom, () -> open(shown.withValues(Map.of())));
    return card;
  }

  /** Shows the days of that time only. */
  void zoom(TimeRange range) {
    open(shown.withCustom(Days.of(range, desk.time().zone())));
  }

  Div cardsArea() {
    return cards;
  }

  FilterBar filterBar() {
    return filterBar;
  }

  Desk desk() {
    return desk;
  }

  Filter shown() {
    return shown;
  }

  abstract List<? extends LoadingCard<?>> cards();

  /** A card's answer has arrived; called after the card has shown it. */
  void arrived() {}

  /** The filter has changed, by a reader or by a URL. */
  void filtered(Filter filter) {}

  void open(Filter filter) {
    QueryParameters parameters = address(filter);
    UI.getCurrent().navigate(getClass(), wall ? parameters.merging(WALL, "true") : parameters);
  }

  /** What stands in the address for that filter. */
  QueryParameters address(Filter filter) {
    return filter.toQueryParameters();
  }

  /** Leaves the wall for the page, or the page for the wall. */
  void switchWall() {
    wall = !wall;
    open(shown);
  }

  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    QueryParameters parameters = event.getLocation().getQueryParameters();
    wall = parameters.getParameters().containsKey(WALL);
    show(Filter.of(parameters));
    parameters.getSingleParameter("card").ifPresent(this::scrollTo);
  }

  /** Shows what the filter says; nothing is asked anew when it asks the same as before. */
  void show(Filter filter) {
    boolean another = !asked || !filter.asksLike(shown);
    shown = filter;
    filterBar.show(filter);
    picture.setText(new FilterWords(window(), formats()).line());
    filtered(filter);
    if (another) {
      asked = true;
      reload();
    } else {
      lookAgain();
    }
  }

  Window window() {
    return Window.of(shown, desk.time());
  }

  private Formats formats() {
    return new Formats(Texts.current(), desk.time().zone());
  }

  private void scrollTo(String cardId) {
    cards().stream()
        .filter(card -> card.getId().filter(cardId::equals).isPresent())
        .findFirst()
        .ifPresent(card -> card.scrollIntoView());
  }

  /** Asks every card's questions anew. */
  void reload() {
    freshUntil = Instant.EPOCH;
    banner.refresh();
    Window window = window();
    UI ui = UI.getCurrent();
    cards().forEach(card -> card.load(window, ui, arrival));
    unmatched.ask(window);
    lookAgain();
  }

  /** Asks the same again while the figures stay where they are. */
  void refresh() {
    banner.refresh();
    Window window = window();
    UI ui = UI.getCurrent();
    cards().forEach(card -> card.refresh(window, ui, arrival));
  }

  /** Shows the table of every card, or every chart again. */
  void switchTables() {
    List<Charted> all =
        cards().stream().filter(Charted.class::isInstance).map(Charted.class::cast).toList();
    boolean asTable = !all.stream().allMatch(Charted::asTable);
    all.forEach(card -> card.showTable(asTable));
  }

  /**
   * Looks again from time to time: for the first event while the store is empty, for the store
   * while it does not answer, else as often as the reader has chosen.
   */
  private void lookAgain() {
    Refresh chosen = wall && shown.refresh() == Refresh.OFF ? OF_A_WALL : shown.refresh();
    int millis = chosen == Refresh.OFF ? -1 : Math.toIntExact(chosen.every().toMillis());
    if (emptyStore.isVisible()) {
      millis = WHILE_EMPTY_MILLIS;
    } else if (cards().stream().anyMatch(LoadingCard::troubled)) {
      millis = WHILE_TROUBLED_MILLIS;
    }
    int every = millis;
    getUI().ifPresent(ui -> ui.setPollInterval(every));
  }

  @Override
  protected void onAttach(AttachEvent event) {
    polling =
        event
            .getUI()
            .addPollListener(
                poll -> {
                  if (emptyStore.isVisible()) {
                    reload();
                  } else {
                    refresh();
                  }
                });
  }

  @Override
  protected void onDetach(DetachEvent event) {
    event.getUI().setPollInterval(-1);
    if (polling != null) {
      polling.remove();
      polling = null;
    }
  }

  private final transient LoadingCard.Arrival arrival =
      new LoadingCard.Arrival() {
        @Override
        public void answered(@Nullable Instant newest) {
          if (newest != null) {
            arrived(newest);
          } else {
            lookAgain();
          }
        }

        @Override
        public void failed() {
          lookAgain();
        }
      };

  private void arrived(Instant newest) {
    if (newest.isAfter(freshUntil)) {
      freshUntil = newest;
    }
    boolean empty = freshUntil.equals(Instant.EPOCH);
    emptyStore.setVisible(empty);
    cards.setVisible(!empty);
    lookAgain();
    freshness.setText(
        empty
            ? ""
            : getTranslation(
                "freshness", formats().dateTime(freshUntil), desk.time().zone().getId()));
    arrived();
  }

  @Override
  public String getPageTitle() {
    return getTranslation(titleKey) + " · " + getTranslation("app.name");
  }
}
