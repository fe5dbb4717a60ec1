package comms.dashboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import comms.catalog.Metric;
import comms.metrics.MetricQuery;
import comms.metrics.TimeRange;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A metric in full: its figures against their targets, its chart or table, its definition. */
class MetricCard extends AsyncCard {

  private static final long serialVersionUID = 1L;

  private final transient Drawing drawing;
  private final transient DashboardTime time;
  private final Div status = new Div();
  private final CardMenu menu;
  private final Definition definition;
  private transient Consumer<TimeRange> zoomed = range -> {};
  private transient Runnable cleared = () -> {};
  private transient volatile @Nullable CardExport export;
  private boolean asTable;

  MetricCard(Metric metric, Drawing drawing, Questions questions, DashboardTime time) {
    super(metric, questions);
    this.drawing = drawing;
    this.time = time;
    this.menu = new CardMenu(this, questions);
    this.definition = new Definition(metric);
    addClassName("metric-card");
    H3 title = new H3(getTranslation("metric." + metric.id()));
    title.setId(metric.id() + "-title");
    getElement().setAttribute("aria-labelledby", metric.id() + "-title");
    Header header = new Header(title, status, definition, menu);
    header.addClassName("card-header");
    add(header, content());
  }

  /** Tells when a reader drags over a part of a chart, and when the values are to be let go. */
  void onChange(Consumer<TimeRange> zoomed, Runnable cleared) {
    this.zoomed = zoomed;
    this.cleared = cleared;
  }

  @Override
  Map<String, MetricQuery> questions(Window window) {
    Window read = drawing.window(window);
    MetricQuery whole = whole(window);
    Map<String, MetricQuery> questions = new LinkedHashMap<>(wholeAndCompared(whole, read));
    questions.putAll(drawing.questions(whole, read));
    export = new CardExport(metric(), read, questions, formats());
    return questions;
  }

  /** The question that the card has asked, as a file's content; null before it has asked. */
  @Nullable CardExport export() {
    return export;
  }

  private Formats formats() {
    return new Formats(Texts.current(), time.zone());
  }

  private MetricQuery whole(Window window) {
    return drawing.window(window).question(metric());
  }

  /** Every figure of the card leads to its records, and from there back to here. */
  private void leadToRecords(Window window) {
    String back = UI.getCurrent().getActiveViewLocation().getPathWithQueryParameters();
    MetricQuery whole = whole(window);
    descendants(content())
        .filter(Drillable.class::isInstance)
        .map(Drillable.class::cast)
        .forEach(
            figures ->
                figures.lead(mark -> RecordsLink.of(drawing.asked(whole, mark), mark, back)));
  }

  @Override
  void show(Answers answers, Window window) {
    Pen pen = new Pen(metric(), drawing.window(window), formats(), answers.annotations());
    status.removeAll();
    definition.show(answers.whole(), formats());
    if (!answers.whole().targets().isEmpty()) {
      status.add(new StatusBadge(answers.whole().status(), pen.texts()));
    }
    if (answers.isEmpty()) {
      fill(window.filters(metric()) ? noMatch() : empty());
      return;
    }
    fill(figures(answers, pen), drawing.draw(answers, pen));
    leadToRecords(window);
    pictures().forEach(picture -> picture.zoom(range -> zoomed.accept(range)));
    showTable(asTable);
  }

  private Component figures(Answers answers, Pen pen) {
    Div figures = new Div();
    figures.addClassName("figures");
    double samples = 0;
    for (Headline headline : Headline.of(answers)) {
      figures.add(new HeadlineFigure(headline, pen));
      samples = headline.samples();
    }
    Div notes = new Div(new Span(pen.text("sample", pen.formats().number(samples, 0))));
    notes.addClassName("notes");
    if (answers.partial()) {
      notes.add(new Span(pen.text("partial")));
    }
    new FilterNote(metric(), pen.window(), pen).text().map(Span::new).ifPresent(notes::add);
    figures.add(notes);
    return figures;
  }

  private Component empty() {
    Paragraph text = new Paragraph(getTranslation("card.empty"));
    text.addClassName("card-empty");
    return text;
  }

  private Component noMatch() {
    Div text =
        new Div(
            new Paragraph(getTranslation("card.no-match")),
            new Button(getTranslation("filter.clear"), _ -> cleared.run()));
    text.addClassName("card-empty");
    return text;
  }

  boolean asTable() {
    return asTable;
  }

  void showTable(boolean asTable) {
    this.asTable = asTable;
    menu.named(asTable);
    pictures().forEach(picture -> picture.showTable(asTable));
  }

  private Stream<ChartWithTable> pictures() {
    return descendants(content())
        .filter(ChartWithTable.class::isInstance)
        .map(ChartWithTable.class::cast);
  }

  private static Stream<Component> descendants(Component component) {
    return Stream.concat(
        Stream.of(component), component.getChildren().flatMap(MetricCard::descendants));
  }
}
