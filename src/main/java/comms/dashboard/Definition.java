package comms.dashboard;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.popover.Popover;
import comms.catalog.Metric;
import comms.catalog.Stat;
import comms.catalog.Target;

/** A button that tells what a metric is: its formula, its sources and its targets. */
class Definition extends Div {

  private static final long serialVersionUID = 1L;

  Definition(Metric metric, DashboardTime time) {
    addClassName("definition-button");
    Button button = new Button(VaadinIcon.INFO_CIRCLE_O.create());
    button.addClassName("quiet");
    String name = getTranslation("metric." + metric.id());
    button.setAriaLabel(getTranslation("definition.of", name));
    Popover popover = new Popover(text(metric, new Formats(Texts.current(), time.zone())));
    popover.setTarget(button);
    popover.setWidth("min(24rem, 90vw)");
    popover.setAriaLabel(getTranslation("definition.of", name));
    add(button, popover);
  }

  private Div text(Metric metric, Formats formats) {
    Div text = new Div(new H4(getTranslation("metric." + metric.id())));
    text.addClassName("definition");
    text.add(new Paragraph(getTranslation("formula." + metric.id())));
    text.add(new H4(getTranslation("definition.sources")));
    UnorderedList sources = new UnorderedList();
    metric.sources().forEach(source -> sources.add(new ListItem(new Code(source))));
    text.add(sources);
    if (!metric.targets().isEmpty()) {
      text.add(new H4(getTranslation("definition.targets")));
      metric.targets().forEach(t -> text.add(new Paragraph(target(t, metric, formats))));
    }
    return text;
  }

  private String target(Target target, Metric metric, Formats formats) {
    String figure = formats.target(target, metric.unit());
    return target.stat() == Stat.VALUE
        ? figure
        : getTranslation("stat." + target.stat().wireName()) + " " + figure;
  }
}
