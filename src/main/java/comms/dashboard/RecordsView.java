package comms.dashboard;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import comms.catalog.Dimension;
import comms.catalog.Metric;
import comms.metrics.MetricQuery;
import comms.metrics.MetricResult;
import comms.metrics.MetricResult.Figure;
import comms.metrics.MetricResult.Series;
import comms.metrics.Metrics;
import comms.metrics.RecordKind;
import comms.metrics.RecordRow;
import comms.metrics.RecordSort;
import comms.metrics.Records;
import comms.metrics.RecordsQuery;
import comms.metrics.RecordsQuery.Part;
import comms.metrics.UnmatchedValues;
import comms.security.Permission;
import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The records behind one figure; which figure that is stands in the URL. */
@Route(RecordsLink.ROUTE)
@PermitAll
class RecordsView extends Section
    implements BeforeEnterObserver, AfterNavigationObserver, HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  private static final Figure NONE = new Figure(null, 0, 0, 0);

  private final transient Desk desk;
  private final transient Records records;
  private final transient Metrics metrics;
  private final AsyncArea area;
  private String title = getTranslation("view.records");

  RecordsView(Desk desk, Records records, Metrics metrics) {
    this.desk = desk;
    this.records = records;
    this.metrics = metrics;
    this.area = new AsyncArea("records-area", desk.tasks());
    addClassName("dashboard");
    add(area);
  }

  /** Records that the reader may not see are refused before anything is looked for. */
  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    RecordsLink.of(event.getLocation().getQueryParameters())
        .filter(link -> !desk.may(Permission.records(link.query().metric().area())))
        .ifPresent(_ -> event.rerouteToError(AccessDeniedException.class));
  }

  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    RecordsLink.of(event.getLocation().getQueryParameters())
        .ifPresentOrElse(this::show, this::miss);
  }

  /** The figure and the number of records behind it, found together. */
  private record Finding(
      Figure figure, Instant freshUntil, long count, Map<Dimension, Set<String>> unmatched) {}

  void show(RecordsLink link) {
    area.load(() -> find(link.query()), finding -> show(link, finding));
  }

  private Finding find(RecordsQuery query) {
    MetricResult result = metrics.query(figure(query));
    Figure figure =
        result.series().stream()
            .filter(series -> series.stat() == query.stat() && series.key().equals(query.key()))
            .map(Series::total)
            .findFirst()
            .orElse(NONE);
    MetricQuery filtered = query.figure().withFilters(query.filters());
    return new Finding(
        figure, result.freshUntil(), records.count(query), UnmatchedValues.of(filtered, metrics));
  }

  /** Only of the key's own values where the figure is the same without the others. */
  private static MetricQuery figure(RecordsQuery query) {
    return query.metric() == Metric.DISPUTE_OUTCOMES
        ? query.figure()
        : query.figure().withFilters(query.filters());
  }

  private void show(RecordsLink link, Finding finding) {
    Formats formats = new Formats(Texts.current(), desk.time().zone());
    RecordWords words = new RecordWords(link.query(), formats);
    title = words.heading(finding.count());
    UI.getCurrent().getPage().setTitle(getPageTitle());
    Header header =
        new Header(new H1(title), freshness(finding, formats), files(link, words, finding));
    area.add(back(link), header);
    area.add(facts(link, words, finding.figure()));
    finding
        .unmatched()
        .forEach((by, values) -> area.add(new Paragraph(UnmatchedNote.sentence(by, values))));
    if (finding.count() == 0) {
      area.add(new Paragraph(getTranslation("records.none")));
    } else {
      area.add(grid(link, words, finding));
    }
  }

  private Anchor back(RecordsLink link) {
    String view = new Location(link.back()).getFirstSegment();
    String key =
        List.of("product", "delivery", "explore", "disputes").contains(view) ? "view." + view : "";
    String name =
        key.isEmpty()
            ? getTranslation("records.back")
            : getTranslation("records.back.to", getTranslation(key));
    Anchor back = new Anchor(link.back(), name);
    back.addClassName("back");
    return back;
  }

  private Span freshness(Finding finding, Formats formats) {
    boolean known = finding.freshUntil().isAfter(Instant.EPOCH);
    String moment = formats.dateTime(finding.freshUntil());
    Span freshness =
        new Span(known ? getTranslation("freshness", moment, formats.zone().getId()) : "");
    freshness.addClassName("freshness");
    return freshness;
  }

  private Div files(RecordsLink link, RecordWords words, Finding finding) {
    RecordsExport export = new RecordsExport(link, words, finding.figure(), finding.count());
    Div files =
        new Div(
            file("records.csv", SheetLink.Format.CSV, export),
            file("records.xlsx", SheetLink.Format.XLSX, export));
    files.addClassName("files");
    return files;
  }

  private SheetLink file(String key, SheetLink.Format format, RecordsExport export) {
    return new SheetLink(
        getTranslation(key),
        format,
        () -> {
          List<RecordRow> first = export.first(records);
          return Optional.of(
              new SheetLink.Content(
                  export.fileName(),
                  export.words().kind(),
                  sheet -> export.writeTo(sheet, first, records, desk.time().now())));
        });
  }

  /** What the records make up, and which part of it is shown. */
  private Div facts(RecordsLink link, RecordWords words, Figure figure) {
    Div facts = new Div(new Paragraph(words.figure(figure)));
    facts.addClassName("facts");
    words.note(figure).map(Paragraph::new).ifPresent(facts::add);
    List<Part> parts = link.query().parts();
    if (parts.size() > 1) {
      Choice choice = new Choice(getTranslation("records.parts"));
      parts.forEach(part -> choice.add(words.part(part), () -> choose(link, part)));
      choice.select(parts.indexOf(link.query().part()));
      facts.add(choice);
    }
    return facts;
  }

  private static void choose(RecordsLink link, Part part) {
    if (part != link.query().part()) {
      UI.getCurrent().navigate(RecordsLink.ROUTE, link.withPart(part).toQueryParameters());
    }
  }

  private RecordsGrid grid(RecordsLink link, RecordWords words, Finding finding) {
    RecordKind kind = link.query().kind();
    boolean values = kind == RecordKind.REPLIES || kind == RecordKind.DELIVERED_MESSAGES;
    @Nullable Double beyond = values ? finding.figure().value() : null;
    return new RecordsGrid(
        link, words, records, finding.count(), beyond, sort -> keepInUrl(link, sort));
  }

  private static void keepInUrl(RecordsLink link, RecordSort sort) {
    UI.getCurrent()
        .getPage()
        .getHistory()
        .replaceState(
            null, new Location(RecordsLink.ROUTE, link.withSort(sort).toQueryParameters()));
  }

  private void miss() {
    area.removeAll();
    area.add(
        new H1(getTranslation("view.records")),
        new Paragraph(getTranslation("records.unknown")),
        new Anchor(".", getTranslation("missing.home")));
  }

  @Override
  public String getPageTitle() {
    return title + " · " + getTranslation("app.name");
  }
}
