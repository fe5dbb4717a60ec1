package comms.dashboard;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.NumberField;
import comms.catalog.Metric;
import comms.catalog.Target;
import comms.catalog.Unit;
import comms.targets.TargetChange;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;

/** Asks for the value of a target and the day from which on it holds. */
class TargetDialog extends Dialog {

  private static final long serialVersionUID = 1L;

  private final transient Metric metric;
  private final transient Target inForce;
  private final transient Desk desk;
  private final transient Consumer<TargetChange> set;
  private final NumberField value = new NumberField();
  private final DatePicker from = new DatePicker();

  TargetDialog(String name, Metric metric, Target inForce, Desk desk, Consumer<TargetChange> set) {
    this.metric = metric;
    this.inForce = inForce;
    this.desk = desk;
    this.set = set;
    setHeaderTitle(getTranslation("settings.target-of", name));
    value.setLabel(getTranslation("settings.target"));
    value.setPrefixComponent(new Span(inForce.atLeast() ? "≥" : "≤"));
    value.setSuffixComponent(new Span(getTranslation("settings.unit." + metric.unit().wireName())));
    value.setValue(shown(inForce.value()));
    value.setRequiredIndicatorVisible(true);
    from.setLabel(getTranslation("settings.valid-from"));
    from.setHelperText(getTranslation("settings.valid-from.help", desk.time().zone().getId()));
    from.setI18n(new CalendarWords(Texts.current()).words());
    from.setValue(desk.time().today());
    Div fields = new Div(value, from);
    fields.addClassName("dialog-fields");
    add(fields);
    Button save = new Button(getTranslation("settings.save"), _ -> save());
    save.addThemeVariants(ButtonVariant.PRIMARY);
    getFooter().add(new Button(getTranslation("settings.cancel"), _ -> close()), save);
  }

  private void save() {
    if (value.getValue() == null) {
      invalid();
      return;
    }
    try {
      set.accept(
          new TargetChange(
              metric,
              inForce.stat(),
              kept(value.getValue()),
              from.getOptionalValue().orElseGet(() -> desk.time().today()),
              desk.time().now().truncatedTo(ChronoUnit.MILLIS),
              desk.readerName()));
      close();
    } catch (IllegalArgumentException impossible) {
      invalid();
    }
  }

  private void invalid() {
    value.setErrorMessage(getTranslation("settings.target.impossible"));
    value.setInvalid(true);
  }

  /** Shares are written in per cent; rounded, since 0.07 times 100 is not 7. */
  private double shown(double value) {
    return metric.unit() == Unit.RATIO ? Math.round(value * 1e8) / 1e6 : value;
  }

  private double kept(double shown) {
    return metric.unit() == Unit.RATIO ? Math.round(shown * 1e6) / 1e8 : shown;
  }
}
