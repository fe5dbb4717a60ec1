package comms.dashboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import comms.catalog.Metric;
import comms.catalog.Target;
import comms.targets.TargetChange;
import comms.targets.TargetHistory;
import comms.targets.Targets;
import java.util.Arrays;
import java.util.List;

/** The targets in force, a way to set others, and who has set which from when on. */
class TargetSettings extends SettingsCard<List<TargetHistory>> {

  private static final long serialVersionUID = 1L;

  private final transient Targets targets;

  TargetSettings(Desk desk, Targets targets) {
    super("settings.targets", desk);
    this.targets = targets;
  }

  @Override
  List<TargetHistory> read() {
    return Arrays.stream(Metric.values())
        .filter(metric -> !metric.targets().isEmpty())
        .map(targets::of)
        .toList();
  }

  @Override
  Component shown(List<TargetHistory> histories) {
    TextTable table =
        new TextTable(
            getTranslation("settings.targets"),
            List.of(
                getTranslation("settings.metric"),
                getTranslation("settings.target"),
                getTranslation("settings.specified"),
                getTranslation("settings.change")));
    for (TargetHistory history : histories) {
      for (Target target : history.on(desk().time().today())) {
        table.row(
            List.of(
                new Span(name(history.metric(), target)),
                new Span(formats().target(target, history.metric().unit())),
                new Span(formats().target(specified(history, target), history.metric().unit())),
                changeButton(history.metric(), target)));
      }
    }
    return new Div(
        table,
        new H3(getTranslation("settings.history")),
        new TargetChanges(histories, formats(), true));
  }

  private static Target specified(TargetHistory history, Target target) {
    return history.metric().targets().stream()
        .filter(one -> one.stat() == target.stat())
        .findFirst()
        .orElseThrow();
  }

  private String name(Metric metric, Target target) {
    String name = getTranslation("metric." + metric.id());
    boolean several = metric.targets().size() > 1;
    return several ? name + ", " + getTranslation("stat." + target.stat().wireName()) : name;
  }

  private Button changeButton(Metric metric, Target target) {
    String name = name(metric, target);
    Button button =
        new Button(
            getTranslation("settings.change"),
            _ -> new TargetDialog(name, metric, target, desk(), this::set).open());
    button.addClassName("quiet");
    button.setAriaLabel(getTranslation("settings.change-of", name));
    return button;
  }

  private void set(TargetChange change) {
    change(() -> targets.set(change), "settings.target.set");
  }
}
