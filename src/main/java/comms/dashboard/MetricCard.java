package comms.dashboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import comms.catalog.Metric;
import comms.metrics.MetricQuery;
import comms.metrics.TimeRange;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** A metric in full: its figures against their targets, its chart or table, its definition. */
class MetricCard extends AsyncCard implements Charted {

  private static final long serialVersionUID = 1L;

  private final transient Drawing drawing;
  private final transient DashboardTime time;
  private final Div status = new Div();
  private final CardMenu menu;
  private final Definition definition;
  private transient Consumer<TimeRange> zoomed = range -> {};
  private transient Runnable cleared = () -> {};
  private boolean closed;
  private boolean asTable;

  MetricCard(Metric metric, Drawing drawing, Questions questions, DashboardTime time) {
    super(metric.id(), "metric." + metric.id(), metric, questions);
    this.drawing = drawing;
    this.time = time;
    this.menu = new CardMenu(this, time);
    this.definition = new Definition(metric);
    addClassName("metric-card");
    header().add(status, definition, menu);
  }

  /** Tells when a reader drags over a part of a chart, and when the values are to be let go. */
  void onChange(Consumer<TimeRange> zoomed, Runnable cleared) {
    this.zoomed = zoomed;
    this.cleared = cleared;
  }

  /** Keeps its figures from leading to records, which the reader may not see. */
  void closeRecords() {
    closed = true;
  }

  @Override
  Map<String, MetricQuery> questions(Window window) {
    Window read = drawing.window(window);
    MetricQuery whole = whole(window);
    Map<String, MetricQuery> questions = new LinkedHashMap<>(wholeAndCompared(whole, read));
    questions.putAll(drawing.questions(whole, read));
    Formats formats = formats();
    Pen pen = new Pen(metric(), read, formats);
    offer(read, formats, () -> rows(questions, pen));
    return questions;
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
    if (!closed) {
      leadToRecords(window);
    }
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
    new OthersNote(answers.others(), pen.formats()).text().map(Span::new).ifPresent(notes::add);
    figures.add(notes);
    return figures;
  }

  private Component empty() {
    return new Nothing(getTranslation("card.empty"));
  }

  private Component noMatch() {
    Div text =
        new Div(
            new Paragraph(getTranslation("card.no-match")),
            new Button(getTranslation("filter.clear"), _ -> cleared.run()));
    text.addClassName("card-empty");
    return text;
  }

  @Override
  public boolean asTable() {
    return asTable;
  }

  @Override
  public void showTable(boolean asTable) {
    this.asTable = asTable;
    menu.named(asTable);
    pictures().forEach(picture -> picture.showTable(asTable));
  }
}
