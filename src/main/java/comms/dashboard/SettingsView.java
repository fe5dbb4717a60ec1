package comms.dashboard;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AccessDeniedErrorRouter;
import comms.annotations.Annotations;
import comms.security.ApiTokens;
import comms.security.Role;
import comms.targets.Targets;
import jakarta.annotation.security.RolesAllowed;

/** What admins set: targets and annotations; and who may ask the API. */
@Route("settings")
@Menu(title = "view.settings", order = 8, icon = "vaadin:cog-o")
@AccessDeniedErrorRouter(rerouteToError = AccessDeniedException.class)
@RolesAllowed(Role.Name.ADMIN)
class SettingsView extends Section implements AfterNavigationObserver, HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  private final TargetSettings targets;
  private final AnnotationSettings annotations;

  SettingsView(Desk desk, Targets targets, Annotations annotations, ApiTokens tokens) {
    this.targets = new TargetSettings(desk, targets);
    this.annotations = new AnnotationSettings(desk, annotations);
    addClassNames("dashboard", "settings");
    Div cards = new Div(this.targets, this.annotations, new TokenList(tokens));
    cards.addClassNames("cards", "wide");
    add(new Header(new H1(getTranslation("view.settings"))), cards);
  }

  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    targets.reload();
    annotations.reload();
  }

  @Override
  public String getPageTitle() {
    return getTranslation("view.settings") + " · " + getTranslation("app.name");
  }
}
