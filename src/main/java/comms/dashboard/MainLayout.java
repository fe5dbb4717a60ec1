package comms.dashboard;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;

/** The shell around the views: where one can go, and who one is. */
@Layout
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
    MenuConfiguration.getMenuEntries().forEach(entry -> navigation.addItem(item(entry)));
    addToDrawer(home, navigation);
    addToNavbar(shortcuts.keys());
  }

  /** A view of the menu; what the reader's roles do not open is not in it. */
  private SideNavItem item(MenuEntry entry) {
    SideNavItem item =
        new SideNavItem(getTranslation(entry.title()), entry.menuClass(), new Icon(entry.icon()));
    if (DashboardView.class.isAssignableFrom(entry.menuClass())) {
      dashboards.add(item);
    }
    return item;
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
