package comms.dashboard;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AccessDeniedErrorRouter;
import com.vaadin.flow.shared.Registration;
import comms.ingestion.Backlog;
import comms.ingestion.PipelineHistory;
import comms.ingestion.Quarantine;
import comms.ingestion.Replay;
import comms.ingestion.WebhookSources;
import comms.metrics.ManyValues;
import comms.metrics.TimeRange;
import comms.security.Role;
import comms.sentry.SentrySource;
import comms.telemetry.PrometheusImport;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What became of everything that was sent: the counts, the journal, the quarantine, and how the
 * sources do: Prometheus, the webhooks, Sentry. The journal and the sources are those of this node;
 * the rest is of all nodes.
 */
@Route("pipeline")
@Menu(title = "view.pipeline", order = 6, icon = "vaadin:filter")
@AccessDeniedErrorRouter(rerouteToError = AccessDeniedException.class)
@RolesAllowed({Role.Name.ENGINEER, Role.Name.ADMIN})
class PipelineView extends Section implements AfterNavigationObserver, HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  private static final Logger log = LoggerFactory.getLogger(PipelineView.class);
  private static final int POLL_MILLIS = 5_000;

  private final transient Desk desk;
  private final transient Backlog backlog;
  private final transient PipelineHistory history;
  private final transient ManyValues values;
  private final transient Clock clock;

  private final Span freshness = new Span();
  private final Div trouble = new Div();
  private final Select<PipelinePeriod> period = new Select<>();
  private final Div tiles = new Div();
  private final Div cards = new Div();
  private final QuarantineList quarantine;
  private transient @Nullable PipelineFigures shown;
  private @Nullable Registration polling;

  PipelineView(
      Desk desk,
      Backlog backlog,
      PipelineHistory history,
      Quarantine quarantine,
      Replay replay,
      PrometheusImport prometheus,
      WebhookSources webhooks,
      SentrySource sentry,
      ManyValues values,
      Clock clock) {
    this.desk = desk;
    this.backlog = backlog;
    this.history = history;
    this.values = values;
    this.clock = clock;
    this.quarantine = new QuarantineList(quarantine, replay, desk.tasks(), desk.time());
    addClassName("dashboard");
    freshness.addClassName("freshness");
    trouble.addClassName("trouble");
    trouble.getElement().setAttribute("role", "status");
    tiles.addClassNames("cards", "tiles");
    cards.addClassName("cards");
    period.setLabel(getTranslation("filter.period"));
    period.setItems(PipelinePeriod.values());
    period.setItemLabelGenerator(p -> getTranslation("pipeline.period." + p.wireName()));
    period.addValueChangeListener(
        change -> {
          if (change.isFromClient()) {
            UI.getCurrent()
                .navigate(
                    PipelineView.class, QueryParameters.of("period", change.getValue().wireName()));
          }
        });
    Div filters = new Div(period);
    filters.addClassName("filters");
    add(
        new Header(new H1(getTranslation("view.pipeline")), freshness),
        filters,
        trouble,
        tiles,
        cards,
        new PrometheusCard(prometheus, desk.time()),
        new WebhookCard(webhooks, desk.time()),
        new SentryCard(sentry, desk.time()),
        this.quarantine);
  }

  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    Optional<String> asked = event.getLocation().getQueryParameters().getSingleParameter("period");
    period.setValue(asked.map(PipelinePeriod::named).orElse(PipelinePeriod.DAY));
    reload();
    quarantine.reload();
  }

  private void reload() {
    UI ui = UI.getCurrent();
    PipelinePeriod asked = period.getValue();
    Instant to = clock.instant();
    Instant from = to.minus(asked.length());
    desk.tasks()
        .run(
            ui,
            () ->
                new PipelineFigures(
                    asked,
                    from,
                    to,
                    history.totals(from, to),
                    history.steps(from, to, asked.step()),
                    values.past(wholeHours(from, to))),
            this::show,
            this::showProblem);
    showJournal();
  }

  /** So that the question stays the same for an hour, and reads rollups. */
  private static TimeRange wholeHours(Instant from, Instant to) {
    return new TimeRange(
        from.truncatedTo(ChronoUnit.HOURS),
        to.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS));
  }

  private Formats formats() {
    return new Formats(Texts.current(), desk.time().zone());
  }

  private void show(PipelineFigures figures) {
    if (figures.period() == period.getValue()) {
      Formats formats = formats();
      tiles.removeAll();
      figures.tiles(backlog.state(), formats).forEach(tiles::add);
      if (shown == null || !figures.looksLike(shown)) {
        cards.removeAll();
        figures.cards(formats).forEach(cards::add);
        shown = figures;
      }
      freshness.setText(getTranslation("pipeline.as-of", formats.time(figures.to())));
    }
  }

  /** The figures stay as they were, with their age; the journal's are of this process. */
  private void showProblem(Exception problem) {
    log.warn("The pipeline's figures have no answer", problem);
    showJournal();
  }

  private void showJournal() {
    Backlog.State state = backlog.state();
    trouble.removeAll();
    trouble.setVisible(state.failing());
    if (state.failing()) {
      String failure = state.lastFailure().map(Backlog.Failure::message).orElse("");
      trouble.add(
          new Text(
              getTranslation(
                  "pipeline.failing",
                  formats().number(state.events(), 0),
                  formats().duration(state.age().toMillis() / 1e3),
                  failure)));
    }
  }

  @Override
  protected void onAttach(AttachEvent event) {
    event.getUI().setPollInterval(POLL_MILLIS);
    polling = event.getUI().addPollListener(_ -> reload());
  }

  @Override
  protected void onDetach(DetachEvent event) {
    event.getUI().setPollInterval(-1);
    if (polling != null) {
      polling.remove();
      polling = null;
    }
  }

  @Override
  public String getPageTitle() {
    return getTranslation("view.pipeline") + " · " + getTranslation("app.name");
  }
}
