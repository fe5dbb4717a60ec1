package comms.dashboard;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import comms.catalog.EventName;
import comms.catalog.Spelling;
import comms.timeline.Arrivals;
import comms.timeline.Lookup;
import comms.timeline.RecentEvents;
import jakarta.annotation.security.PermitAll;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Any id in one box, and what arrives; the id and the chosen event stand in the URL. */
@Route(value = "explore", layout = MainLayout.class)
@PermitAll
class ExploreView extends Section implements AfterNavigationObserver, HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  private static final String EVENT = "event";

  private final transient Desk desk;
  private final transient Lookup lookup;
  private final TextField box = new TextField();
  private final AsyncArea found;
  private final RecentEventsPanel recent;

  ExploreView(Desk desk, Lookup lookup, RecentEvents recentEvents, Arrivals arrivals) {
    this.desk = desk;
    this.lookup = lookup;
    found = new AsyncArea("found", desk.tasks());
    found.getElement().setAttribute("aria-live", "polite");
    recent =
        new RecentEventsPanel(desk, recentEvents, arrivals, event -> open(box.getValue(), event));
    addClassName("dashboard");
    box.setLabel(getTranslation("explore.box"));
    box.setPlaceholder(getTranslation("explore.placeholder"));
    box.setPrefixComponent(VaadinIcon.SEARCH.create());
    box.setClearButtonVisible(true);
    box.setValueChangeMode(ValueChangeMode.ON_CHANGE);
    box.setAutofocus(true);
    box.addValueChangeListener(
        event -> {
          if (event.isFromClient()) {
            open(event.getValue(), recent.event());
          }
        });
    Div search = new Div(box, found);
    search.addClassName("search");
    add(new Header(new H1(getTranslation("view.explore"))), search, recent);
  }

  void focusBox() {
    box.focus();
  }

  private static void open(String id, @Nullable EventName event) {
    Map<String, String> parameters = new LinkedHashMap<>();
    if (!Spelling.trimmed(id).isEmpty()) {
      parameters.put(TimelineLink.ID, Spelling.trimmed(id));
    }
    if (event != null) {
      parameters.put(EVENT, event.wireName());
    }
    UI.getCurrent().navigate(ExploreView.class, QueryParameters.simple(parameters));
  }

  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    QueryParameters parameters = event.getLocation().getQueryParameters();
    show(
        parameters.getSingleParameter(TimelineLink.ID).orElse(""),
        parameters.getSingleParameter(EVENT).map(Spelling::word).flatMap(EventName::named));
  }

  void show(String id, Optional<EventName> event) {
    box.setValue(id);
    recent.show(event.orElse(null));
    if (Spelling.trimmed(id).isEmpty()) {
      found.removeAll();
      return;
    }
    Formats formats = new Formats(Texts.current(), desk.time().zone());
    found.load(() -> lookup.find(id), hits -> found.add(new FoundList(id, hits, formats)));
  }

  @Override
  public String getPageTitle() {
    return getTranslation("view.explore") + " · " + getTranslation("app.name");
  }
}
