package comms.dashboard;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.popover.Popover;
import comms.catalog.Metric;
import comms.metrics.MetricResult;

/** A button that tells what a metric is: its formula, its sources and the targets in force. */
class Definition extends Div {

  private static final long serialVersionUID = 1L;

  private final Div targets = new Div();

  Definition(Metric metric) {
    addClassName("definition-button");
    Button button = new Button(VaadinIcon.INFO_CIRCLE_O.create());
    button.addClassName("quiet");
    String name = getTranslation("metric." + metric.id());
    button.setAriaLabel(getTranslation("definition.of", name));
    Popover popover = new Popover(text(metric));
    popover.setTarget(button);
    popover.setWidth("min(24rem, 90vw)");
    popover.setAriaLabel(getTranslation("definition.of", name));
    add(button, popover);
  }

  private Div text(Metric metric) {
    Div text = new Div(new H4(getTranslation("metric." + metric.id())));
    text.addClassName("definition");
    text.add(new Paragraph(getTranslation("formula." + metric.id())));
    text.add(new H4(getTranslation("definition.sources")));
    text.add(new SourceList(metric), targets);
    text.add(new Anchor("catalog#" + metric.id(), getTranslation("definition.catalog")));
    return text;
  }

  /** Shows the targets by which the card's answer was judged. */
  void show(MetricResult result, Formats formats) {
    targets.removeAll();
    if (!result.targets().isEmpty()) {
      targets.add(new H4(getTranslation("definition.targets")));
      result.targets().stream()
          .map(target -> new Paragraph(formats.named(target, result.metric().unit())))
          .forEach(targets::add);
    }
  }
}
