package comms.dashboard;

import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AccessDeniedErrorRouter;
import comms.catalog.Area;
import comms.catalog.Dimension;
import comms.catalog.Metric;
import comms.catalog.Stat;
import comms.metrics.Waterfalls;
import comms.security.Role;
import comms.sentry.OpenIssues;
import comms.sentry.SentryLinks;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** Today's budgets, what became of the notifications, and the four technical metrics. */
@Route("delivery")
@Menu(title = "view.delivery", order = 4, icon = "vaadin:envelope-o")
@AccessDeniedErrorRouter(rerouteToError = AccessDeniedException.class)
@RolesAllowed({Role.Name.ENGINEER, Role.Name.SUPPORT, Role.Name.ADMIN})
class DeliveryView extends DashboardView {

  private static final long serialVersionUID = 1L;

  private final List<LoadingCard<?>> cards;
  private final SentryIssues issues;

  DeliveryView(Desk desk, Waterfalls waterfalls, SentryLinks sentry, OpenIssues open) {
    super("view.delivery", desk, Metric.of(Area.DELIVERY));
    cards =
        List.of(
            new BudgetCard(desk.questions(), desk.time()),
            new WaterfallCard(desk.questions(), waterfalls, sentry, desk.time()),
            card(
                Metric.DELIVERY_FAILURES, new DeliveryDrawing(Dimension.ERROR_CODE, Stat.ATTEMPTS)),
            card(Metric.DELIVERY_DROPS, new DeliveryDrawing(Dimension.DROP_REASON, Stat.VALUE)),
            card(Metric.WS_LATENCY, new LatencyDrawing()),
            card(Metric.WS_RECONNECTS, LinesDrawing.of(Line.Style.SOLID, Stat.VALUE)));
    cards.forEach(cardsArea()::add);
    issues = new SentryIssues(open, desk.tasks(), desk.time());
    cardsArea().add(issues);
  }

  @Override
  void filtered(Filter filter) {
    issues.show(filter);
  }

  @Override
  List<LoadingCard<?>> cards() {
    return cards;
  }
}
