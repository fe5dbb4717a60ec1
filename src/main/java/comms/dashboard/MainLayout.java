package comms.dashboard;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.QueryParameters;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;

/** The shell around the views: where one can go, and who one is. */
@PermitAll
public class MainLayout extends AppLayout implements AfterNavigationObserver {

  private static final long serialVersionUID = 1L;

  private final List<SideNavItem> dashboards = new ArrayList<>();
  private QueryParameters filter = QueryParameters.empty();

  MainLayout(Desk desk) {
    setPrimarySection(Section.DRAWER);
    Shortcuts shortcuts = new Shortcuts(desk, () -> filter);
    DrawerToggle toggle = new DrawerToggle();
    toggle.setAriaLabel(getTranslation("nav.toggle"));
    Span name = new Span(getTranslation("app.name"));
    name.addClassName("app-name");
    Div bar = new Div(toggle, name, new UserMenu(desk, shortcuts));
    bar.addClassName("app-bar");
    addToNavbar(bar);

    Anchor home = new Anchor("", getTranslation("app.name"));
    home.addClassName("brand");
    SideNav navigation = new SideNav();
    navigation.getElement().setAttribute("aria-label", getTranslation("nav"));
    dashboard("view.overview", OverviewView.class, VaadinIcon.DASHBOARD);
    dashboard("view.product", ProductView.class, VaadinIcon.TRENDING_UP);
    if (desk.maySeeDisputes()) {
      dashboard("view.disputes", DisputeDeskView.class, VaadinIcon.GAVEL);
    }
    if (desk.maySeeDelivery()) {
      dashboard("view.delivery", DeliveryView.class, VaadinIcon.ENVELOPE_O);
    }
    dashboards.forEach(navigation::addItem);
    navigation.addItem(
        new SideNavItem(
            getTranslation("view.explore"), ExploreView.class, VaadinIcon.SEARCH.create()));
    if (desk.maySeePipeline()) {
      navigation.addItem(
          new SideNavItem(
              getTranslation("view.pipeline"), PipelineView.class, VaadinIcon.FILTER.create()));
    }
    navigation.addItem(
        new SideNavItem(
            getTranslation("view.catalog"), CatalogView.class, VaadinIcon.BOOK.create()));
    if (desk.isAdmin()) {
      navigation.addItem(
          new SideNavItem(
              getTranslation("view.settings"), SettingsView.class, VaadinIcon.COG_O.create()));
    }
    addToDrawer(home, navigation);
    addToNavbar(shortcuts.keys());
  }

  private void dashboard(String titleKey, Class<? extends DashboardView> view, VaadinIcon icon) {
    dashboards.add(new SideNavItem(getTranslation(titleKey), view, icon.create()));
  }

  /** Keeps the filter on the way from one dashboard to the next. */
  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    if (event.getActiveChain().getFirst() instanceof DashboardView) {
      QueryParameters parameters = event.getLocation().getQueryParameters();
      filter =
          parameters.excluding(
              "card", DashboardView.WALL, DeskChoice.STATE, DeskChoice.BUCKET, DeskChoice.SORT);
      dashboards.forEach(item -> item.setQueryParameters(filter));
      setClassName("wall", parameters.getParameters().containsKey(DashboardView.WALL));
    } else {
      setClassName("wall", false);
    }
    UI.getCurrent()
        .getPage()
        .executeJs("document.documentElement.lang = $0", getLocale().getLanguage());
  }
}
