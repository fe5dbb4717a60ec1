package comms.dashboard;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import comms.catalog.EventName;
import comms.catalog.Metric;
import comms.targets.TargetHistory;
import comms.targets.Targets;
import jakarta.annotation.security.PermitAll;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the metrics and the events mean; each has an address of its own behind the {@code #}. */
@Route("catalog")
@Menu(title = "view.catalog", order = 7, icon = "vaadin:book")
@PermitAll
class CatalogView extends Section implements AfterNavigationObserver, HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  private static final Logger log = LoggerFactory.getLogger(CatalogView.class);

  private final transient Desk desk;
  private final transient Targets targets;
  private final List<CatalogMetric> metrics;

  CatalogView(Desk desk, Targets targets) {
    this.desk = desk;
    this.targets = targets;
    addClassNames("dashboard", "catalog");
    Formats formats = new Formats(Texts.current(), desk.time().zone());
    metrics =
        Arrays.stream(Metric.values()).map(metric -> new CatalogMetric(metric, formats)).toList();
    Div metricCards = new Div();
    metricCards.addClassName("cards");
    metrics.forEach(metricCards::add);
    Div events = new Div();
    events.addClassNames("cards", "tiles");
    Arrays.stream(EventName.values()).map(CatalogView::card).forEach(events::add);
    add(
        new Header(new H1(getTranslation("view.catalog"))),
        new H2(getTranslation("catalog.metrics")),
        metricCards,
        new H2(getTranslation("catalog.events")),
        new Paragraph(getTranslation("catalog.events.help")),
        events);
  }

  private static Article card(EventName event) {
    Article card = new CatalogEvent(event);
    card.setId(event.wireName());
    return card;
  }

  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    desk.tasks().run(UI.getCurrent(), this::histories, this::show, this::failed);
  }

  private List<TargetHistory> histories() {
    return metrics.stream().map(CatalogMetric::metric).map(targets::of).toList();
  }

  private void show(List<TargetHistory> histories) {
    for (int i = 0; i < metrics.size(); i++) {
      metrics.get(i).show(histories.get(i), desk.time().today());
    }
  }

  /** The definitions need no store; the targets do, and say so. */
  private void failed(Exception problem) {
    log.warn("The targets have no answer", problem);
    metrics.forEach(CatalogMetric::failed);
  }

  @Override
  public String getPageTitle() {
    return getTranslation("view.catalog") + " · " + getTranslation("app.name");
  }
}
