package comms.dashboard;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AccessDeniedErrorRouter;
import comms.catalog.Area;
import comms.catalog.Dimension;
import comms.catalog.Metric;
import comms.disputes.ContractsBehind;
import comms.disputes.DisputeDesk;
import comms.disputes.DisputeFilter;
import comms.disputes.DisputeSort;
import comms.disputes.ResolutionTimes;
import comms.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The dispute desk: what to do next, the list of disputes, and under the filter bar how those of
 * the period were resolved. Which disputes are listed stands in the address beside the filter.
 */
@Route("disputes")
@Menu(title = "view.disputes", order = 3, icon = "vaadin:gavel")
@AccessDeniedErrorRouter(rerouteToError = AccessDeniedException.class)
@RolesAllowed({Role.Name.SUPPORT, Role.Name.PRODUCT, Role.Name.ADMIN})
class DisputeDeskView extends DashboardView implements BeforeEnterObserver {

  private static final long serialVersionUID = 1L;

  private final DeskQueue queue;
  private final List<LoadingCard<?>> cards;
  private transient DeskChoice choice = DeskChoice.DEFAULT;
  private boolean asked;

  DisputeDeskView(
      Desk desk, DisputeDesk disputes, ResolutionTimes resolutions, ContractsBehind behind) {
    super("view.disputes", desk, Metric.of(Area.DISPUTES));
    addClassName("desk");
    queue = new DeskQueue(desk, disputes, this::href, this::keepInUrl);
    cards =
        List.of(
            new ResolutionCard(desk, resolutions, this::href, this::zoom),
            card(Metric.DISPUTE_OUTCOMES, new OutcomesDrawing()),
            card(Metric.DISPUTE_NPS, new NpsDrawing(false)),
            new AdjustedNpsCard(desk.questions(), desk.time()),
            new ContractsCard(desk, behind));
    cards.forEach(cardsArea()::add);
    addComponentAtIndex(indexOf(filterBar()), queue);
  }

  /** Addresses of disputes whose id no path can hold once lay here. */
  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    QueryParameters parameters = event.getLocation().getQueryParameters();
    if (parameters.getSingleParameter(TimelineLink.ID).isPresent()) {
      event.forwardTo(TimelineLink.DISPUTES, parameters);
    }
  }

  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    choice = DeskChoice.of(event.getLocation().getQueryParameters());
    asked = false;
    super.afterNavigation(event);
    if (!asked) {
      askQueue();
    }
  }

  @Override
  List<LoadingCard<?>> cards() {
    return cards;
  }

  @Override
  QueryParameters address(Filter filter) {
    return choice.in(filter.toQueryParameters());
  }

  /** Another period is not cut down to what was looked at in this one. */
  @Override
  void open(Filter filter) {
    if (!filter.asksLike(shown())) {
      choice = choice.ofThePeriod();
    }
    super.open(filter);
  }

  private String href(DeskChoice other) {
    return new Location("disputes", other.in(address(shown()))).getPathWithQueryParameters();
  }

  private void keepInUrl(DisputeSort sort) {
    choice = choice.withSort(sort);
    UI.getCurrent()
        .getPage()
        .getHistory()
        .replaceState(null, new Location("disputes", address(shown())));
    queue.sorted(choice);
  }

  @Override
  void reload() {
    super.reload();
    askQueue();
  }

  @Override
  void refresh() {
    super.refresh();
    askQueue();
  }

  private void askQueue() {
    asked = true;
    Map<Dimension, Set<String>> values = shown().valuesOf(DisputeFilter.DIMENSIONS);
    queue.ask(new DeskQueue.Asked(values, choice, window().range()));
  }

  /** An empty store has nothing to list either. */
  @Override
  void arrived() {
    queue.setVisible(cardsArea().isVisible());
  }
}
