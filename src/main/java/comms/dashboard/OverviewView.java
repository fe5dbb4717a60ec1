package comms.dashboard;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import comms.catalog.Area;
import comms.catalog.Metric;
import comms.catalog.Status;
import comms.security.Permission;
import jakarta.annotation.security.PermitAll;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The ten metrics at a glance, in the catalog's order or the worst first. */
@Route("")
@Menu(title = "view.overview", order = 1, icon = "vaadin:dashboard")
@PermitAll
class OverviewView extends DashboardView {

  private static final long serialVersionUID = 1L;

  private final List<MetricTile> tiles;
  private final Button order = new Button(VaadinIcon.SORT.create());

  OverviewView(Desk desk) {
    super("view.overview", desk, open(desk));
    tiles = Arrays.stream(Metric.values()).map(metric -> tile(metric, desk)).toList();
    order.setText(getTranslation("overview.worst-first"));
    order.addClassName("order");
    order.addClickListener(event -> open(shown().withWorstFirst(!shown().worstFirst())));
    cardsArea().addClassName("tiles");
    filterBar().add(order);
    tiles.forEach(cardsArea()::add);
  }

  /** The metrics of which the reader may see more than the tile. */
  private static List<Metric> open(Desk desk) {
    return Arrays.stream(Metric.values())
        .filter(metric -> desk.may(Permission.figures(metric.area())))
        .toList();
  }

  private static MetricTile tile(Metric metric, Desk desk) {
    MetricTile tile = new MetricTile(metric, desk.questions(), desk.time());
    return desk.may(Permission.figures(metric.area())) ? tile : tile.whole();
  }

  private void order(boolean worstFirst) {
    order.getElement().setAttribute("aria-pressed", Boolean.toString(worstFirst));
    // CSS order keeps the tiles attached, so that none of them asks again.
    List<MetricTile> shown = worstFirst ? tiles.stream().sorted(WORST_FIRST).toList() : tiles;
    for (int i = 0; i < shown.size(); i++) {
      shown.get(i).getStyle().set("order", Integer.toString(i));
    }
  }

  private static final Comparator<MetricTile> WORST_FIRST =
      Comparator.<MetricTile, Status>comparing(MetricTile::status).reversed();

  @Override
  List<MetricTile> cards() {
    return tiles;
  }

  @Override
  void arrived() {
    if (shown().worstFirst()) {
      order(true);
    }
  }

  @Override
  void filtered(Filter filter) {
    order(filter.worstFirst());
    for (MetricTile tile : tiles) {
      boolean delivery = tile.metric().area() == Area.DELIVERY;
      if (desk().may(Permission.figures(tile.metric().area()))) {
        tile.linkTo(
            (delivery ? "delivery" : "product")
                + "?"
                + filter.toQueryParameters().getQueryString()
                + "&card="
                + tile.metric().id());
      }
    }
  }
}
