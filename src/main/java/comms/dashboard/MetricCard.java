package comms.dashboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import comms.catalog.Metric;
import comms.metrics.MetricQuery;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** A metric in full: its figures against their targets, its chart or table, its definition. */
class MetricCard extends AsyncCard {

  private static final long serialVersionUID = 1L;

  private final transient Drawing drawing;
  private final transient DashboardTime time;
  private final Div status = new Div();
  private final Button tableButton = new Button(VaadinIcon.TABLE.create());
  private boolean asTable;

  MetricCard(Metric metric, Drawing drawing, Questions questions, DashboardTime time) {
    super(metric, questions);
    this.drawing = drawing;
    this.time = time;
    addClassName("metric-card");
    H3 title = new H3(getTranslation("metric." + metric.id()));
    title.setId(metric.id() + "-title");
    getElement().setAttribute("aria-labelledby", metric.id() + "-title");
    tableButton.addClassName("quiet");
    tableButton.addClickListener(event -> showTable(!asTable));
    labelTableButton();
    Header header = new Header(title, status, new Definition(metric, time), tableButton);
    header.addClassName("card-header");
    add(header, content());
  }

  @Override
  Map<String, MetricQuery> questions(Window window) {
    Window read = drawing.window(window);
    MetricQuery whole = whole(window);
    Map<String, MetricQuery> questions = new LinkedHashMap<>(wholeAndCompared(whole, read));
    questions.putAll(drawing.questions(whole, read));
    return questions;
  }

  private MetricQuery whole(Window window) {
    Window read = drawing.window(window);
    return MetricQuery.of(metric(), read.range(), read.interval());
  }

  /** Every figure of the card leads to its records, and from there back to here. */
  private void leadToRecords(Window window) {
    String back = UI.getCurrent().getActiveViewLocation().getPathWithQueryParameters();
    descendants(content())
        .filter(Drillable.class::isInstance)
        .map(Drillable.class::cast)
        .forEach(figures -> figures.lead(mark -> RecordsLink.of(whole(window), mark, back)));
  }

  @Override
  void show(Answers answers, Window window) {
    Pen pen = new Pen(metric(), drawing.window(window), new Formats(Texts.current(), time.zone()));
    status.removeAll();
    if (!answers.whole().targets().isEmpty()) {
      status.add(new StatusBadge(answers.whole().status(), pen.texts()));
    }
    if (answers.isEmpty()) {
      fill(empty());
      return;
    }
    fill(figures(answers, pen), drawing.draw(answers, pen));
    leadToRecords(window);
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
    figures.add(notes);
    return figures;
  }

  private Component empty() {
    Paragraph text = new Paragraph(getTranslation("card.empty"));
    text.addClassName("card-empty");
    return text;
  }

  private void showTable(boolean asTable) {
    this.asTable = asTable;
    labelTableButton();
    descendants(content())
        .filter(ChartWithTable.class::isInstance)
        .map(ChartWithTable.class::cast)
        .forEach(picture -> picture.showTable(asTable));
  }

  private void labelTableButton() {
    String label = getTranslation(asTable ? "card.as-chart" : "card.as-table");
    tableButton.setAriaLabel(label);
    tableButton.setTooltipText(label);
    tableButton.getElement().setAttribute("aria-pressed", Boolean.toString(asTable));
  }

  private static Stream<Component> descendants(Component component) {
    return Stream.concat(
        Stream.of(component), component.getChildren().flatMap(MetricCard::descendants));
  }
}
