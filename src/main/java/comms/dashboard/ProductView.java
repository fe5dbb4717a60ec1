package comms.dashboard;

import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import comms.catalog.Area;
import comms.catalog.Metric;
import comms.catalog.Stat;
import comms.security.Permission;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** The six product metrics. */
@Route("product")
@Menu(title = "view.product", order = 2, icon = "vaadin:trending-up")
@PermitAll
class ProductView extends DashboardView {

  private static final long serialVersionUID = 1L;

  private final List<MetricCard> cards;

  ProductView(Desk desk) {
    super("view.product", desk, Metric.of(Area.CONVERSATIONS, Area.DISPUTES));
    cards =
        List.of(
            card(Metric.CONTACT_SHARE, LinesDrawing.of(Line.Style.SOLID, Stat.VALUE).byWeek()),
            card(
                Metric.FIRST_RESPONSE_TIME,
                LinesDrawing.of(Line.Style.SOLID, Stat.P50, Stat.P95, Stat.MEAN)),
            card(Metric.CHAT_TO_CONTRACT, new FunnelDrawing()),
            card(Metric.DISPUTE_RATE, LinesDrawing.of(Line.Style.AREA, Stat.VALUE)),
            card(Metric.DISPUTE_OUTCOMES, new OutcomesDrawing()),
            card(Metric.DISPUTE_NPS, new NpsDrawing(desk.may(Permission.DISPUTE_DESK))));
    cards.forEach(cardsArea()::add);
  }

  @Override
  List<MetricCard> cards() {
    return cards;
  }
}
