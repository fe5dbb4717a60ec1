package comms.dashboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import comms.security.Permission;
import java.util.function.Supplier;

/** Does what the reader's shortcuts say, on the view that is open. */
class Shortcuts {

  private final ShortcutKeys keys = new ShortcutKeys();
  private final Desk desk;
  private final Supplier<QueryParameters> filter;

  /**
   * @param filter what the dashboards have in their addresses, to be kept from one to the next
   */
  Shortcuts(Desk desk, Supplier<QueryParameters> filter) {
    this.desk = desk;
    this.filter = filter;
    keys.addPressListener(
        press ->
            Shortcut.of(press.keys()).filter(this::offered).ifPresent(shortcut -> act(shortcut)));
  }

  ShortcutKeys keys() {
    return keys;
  }

  void help() {
    keys.whetherHeeded(heeded -> new ShortcutDialog(heeded, this::offered, keys::heed).open());
  }

  /** Makes a wall of the dashboard that is open, or of the overview. */
  void wall() {
    UI ui = UI.getCurrent();
    if (ui.getCurrentView() instanceof DashboardView dashboard) {
      dashboard.switchWall();
    } else {
      ui.navigate(OverviewView.class, filter.get().merging(DashboardView.WALL, "true"));
    }
  }

  private boolean offered(Shortcut shortcut) {
    return switch (shortcut) {
      case DISPUTES -> desk.may(Permission.DISPUTE_DESK);
      case DELIVERY -> desk.may(Permission.DELIVERY_FIGURES);
      case PIPELINE -> desk.may(Permission.PIPELINE);
      default -> true;
    };
  }

  private void act(Shortcut shortcut) {
    UI ui = UI.getCurrent();
    Component view = ui.getCurrentView();
    switch (shortcut) {
      case HELP -> help();
      case OVERVIEW -> ui.navigate(OverviewView.class, filter.get());
      case PRODUCT -> ui.navigate(ProductView.class, filter.get());
      case DISPUTES -> ui.navigate(DisputeDeskView.class, filter.get());
      case DELIVERY -> ui.navigate(DeliveryView.class, filter.get());
      case EXPLORE, SEARCH -> search(ui, view);
      case PIPELINE -> ui.navigate(PipelineView.class);
      case FILTER, TABLE, REFRESH, WALL -> {
        if (view instanceof DashboardView dashboard) {
          act(shortcut, dashboard);
        }
      }
    }
  }

  private static void search(UI ui, Component view) {
    if (view instanceof ExploreView explore) {
      explore.focusBox();
    } else {
      ui.navigate(ExploreView.class);
    }
  }

  private static void act(Shortcut shortcut, DashboardView dashboard) {
    switch (shortcut) {
      case FILTER -> dashboard.filterBar().focusFirst();
      case TABLE -> dashboard.switchTables();
      case REFRESH -> dashboard.refresh();
      case WALL -> dashboard.switchWall();
      default -> throw new IllegalArgumentException("not of a dashboard: " + shortcut);
    }
  }
}
