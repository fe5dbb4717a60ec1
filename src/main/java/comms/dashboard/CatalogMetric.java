package comms.dashboard;

import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import comms.catalog.Dimension;
import comms.catalog.Metric;
import comms.targets.TargetHistory;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** What a metric is: formula, sources, breakdowns, its targets and how they have changed. */
class CatalogMetric extends Article {

  private static final long serialVersionUID = 1L;

  private final transient Metric metric;
  private final transient Formats formats;
  private final Div target = new Div();

  CatalogMetric(Metric metric, Formats formats) {
    this.metric = metric;
    this.formats = formats;
    addClassNames("card", "definition");
    setId(metric.id());
    add(
        new Header(new H3(getTranslation("metric." + metric.id())), new Code(metric.id())),
        new Paragraph(getTranslation("formula." + metric.id())),
        new H4(getTranslation("definition.sources")),
        new SourceList(metric));
    if (!metric.breakdowns().isEmpty()) {
      add(
          new H4(getTranslation("catalog.breakdowns")),
          new Paragraph(
              metric.breakdowns().stream()
                  .map(Dimension::wireName)
                  .map(name -> getTranslation("record." + name))
                  .collect(Collectors.joining(", "))));
    }
    if (!metric.targets().isEmpty()) {
      add(new H4(getTranslation("definition.targets")), target);
    }
  }

  Metric metric() {
    return metric;
  }

  /** Shows the targets of that day and all that were set. */
  void show(TargetHistory history, LocalDate day) {
    target.removeAll();
    history.on(day).forEach(one -> target.add(new Paragraph(formats.named(one, metric.unit()))));
    if (!history.changes().isEmpty()) {
      target.add(new TargetChanges(List.of(history), formats, false));
    }
  }

  void failed() {
    target.removeAll();
    target.add(new Paragraph(getTranslation("settings.no-answer")));
  }
}
