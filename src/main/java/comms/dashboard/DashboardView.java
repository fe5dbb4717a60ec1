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
import comms.metrics.MetricResult;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A page of cards under one filter bar; what it shows is in its URL. */
abstract class DashboardView extends Section implements AfterNavigationObserver, HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  private static final int POLL_MILLIS = 4000;

  private final String titleKey;
  private final transient Desk desk;
  private final FilterBar filterBar;
  private final Span freshness = new Span();
  private final DemoBanner banner;
  private final EmptyStore emptyStore;
  private final Div cards = new Div();

  private @Nullable Filter shown;
  private @Nullable Registration polling;
  private Instant freshUntil = Instant.EPOCH;

  DashboardView(String titleKey, Desk desk) {
    this.titleKey = titleKey;
    this.desk = desk;
    filterBar = new FilterBar(desk.time(), this::open);
    banner = new DemoBanner(desk, this::reload);
    emptyStore = new EmptyStore(desk, this::reload);
    addClassName("dashboard");
    cards.addClassName("cards");
    freshness.addClassName("freshness");
    freshness.getElement().setAttribute("aria-live", "polite");
    Header header = new Header(new H1(getTranslation(titleKey)), freshness);
    add(banner, header, filterBar, emptyStore, cards);
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

  abstract List<? extends AsyncCard> cards();

  /** A card's answer has arrived; called after the card has shown it. */
  void arrived() {}

  /** The filter has changed, by a reader or by a URL. */
  void filtered(Filter filter) {}

  private void open(Filter filter) {
    UI.getCurrent().navigate(getClass(), filter.toQueryParameters());
  }

  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    QueryParameters parameters = event.getLocation().getQueryParameters();
    show(Filter.of(parameters));
    parameters.getSingleParameter("card").ifPresent(this::scrollTo);
  }

  /** Shows what the filter says; nothing is asked anew when it says the same as before. */
  void show(Filter filter) {
    filterBar.show(filter);
    if (!filter.equals(shown)) {
      shown = filter;
      filtered(filter);
      reload();
    }
  }

  private void scrollTo(String metricId) {
    cards().stream()
        .filter(card -> card.metric().id().equals(metricId))
        .findFirst()
        .ifPresent(card -> card.scrollIntoView());
  }

  /** Asks every card's questions anew. */
  void reload() {
    Window window = Window.of(Optional.ofNullable(shown).orElse(Filter.DEFAULT), desk.time());
    freshUntil = Instant.EPOCH;
    banner.refresh();
    UI ui = UI.getCurrent();
    cards().forEach(card -> card.load(window, ui, this::arrived));
  }

  /** Looks again from time to time while the store is empty, for the first event to show up. */
  private void lookAgain(boolean empty) {
    getUI().ifPresent(ui -> ui.setPollInterval(empty ? POLL_MILLIS : -1));
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

  private void arrived(Answers answers) {
    MetricResult result = answers.whole();
    if (result.freshUntil().isAfter(freshUntil)) {
      freshUntil = result.freshUntil();
    }
    boolean empty = freshUntil.equals(Instant.EPOCH);
    emptyStore.setVisible(empty);
    cards.setVisible(!empty);
    lookAgain(empty);
    Formats formats = new Formats(Texts.current(), desk.time().zone());
    freshness.setText(
        empty
            ? ""
            : getTranslation(
                "freshness", formats.dateTime(freshUntil), desk.time().zone().getId()));
    arrived();
  }

  @Override
  public String getPageTitle() {
    return getTranslation(titleKey) + " · " + getTranslation("app.name");
  }
}
