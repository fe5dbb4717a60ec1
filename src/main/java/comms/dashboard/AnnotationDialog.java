package comms.dashboard;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import comms.annotations.Annotation;
import comms.catalog.Metric;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Asks for what happened, when, and which metric's charts should say so. */
class AnnotationDialog extends Dialog {

  private static final long serialVersionUID = 1L;

  private final String id;
  private final transient Desk desk;
  private final transient Consumer<Annotation> written;
  private final TextField text = new TextField();
  private final DateTimePicker at = new DateTimePicker();
  private final Select<Metric> metric = new Select<>();

  /**
   * @param annotation the one to change, null for a new one
   */
  AnnotationDialog(@Nullable Annotation annotation, Desk desk, Consumer<Annotation> written) {
    this.id = annotation == null ? UUID.randomUUID().toString() : annotation.id();
    this.desk = desk;
    this.written = written;
    setHeaderTitle(getTranslation(annotation == null ? "annotation.add" : "annotation.edit"));
    text.setLabel(getTranslation("annotation.text"));
    text.setMaxLength(Annotation.LONGEST);
    text.setRequiredIndicatorVisible(true);
    at.setLabel(getTranslation("annotation.at"));
    at.setHelperText(desk.time().zone().getId());
    at.setDatePickerI18n(new CalendarWords(Texts.current()).words());
    metric.setLabel(getTranslation("annotation.about"));
    metric.setItems(Metric.values());
    metric.setEmptySelectionAllowed(true);
    metric.setEmptySelectionCaption(getTranslation("annotation.all"));
    metric.setItemLabelGenerator(
        one -> getTranslation(one == null ? "annotation.all" : "metric." + one.id()));
    if (annotation == null) {
      at.setValue(local(desk.time().now().truncatedTo(ChronoUnit.MINUTES)));
    } else {
      text.setValue(annotation.text());
      at.setValue(local(annotation.at()));
      metric.setValue(annotation.metric());
    }
    Div fields = new Div(text, at, metric);
    fields.addClassName("dialog-fields");
    add(fields);
    Button save = new Button(getTranslation("settings.save"), _ -> save());
    save.addThemeVariants(ButtonVariant.PRIMARY);
    getFooter().add(new Button(getTranslation("settings.cancel"), _ -> close()), save);
  }

  private LocalDateTime local(java.time.Instant instant) {
    return LocalDateTime.ofInstant(instant, desk.time().zone());
  }

  private void save() {
    if (text.getValue().isBlank()) {
      text.setErrorMessage(getTranslation("annotation.text.missing"));
      text.setInvalid(true);
      return;
    }
    if (at.getValue() == null) {
      at.setErrorMessage(getTranslation("annotation.at.missing"));
      at.setInvalid(true);
      return;
    }
    written.accept(
        new Annotation(
            id,
            at.getValue().atZone(desk.time().zone()).toInstant(),
            text.getValue(),
            metric.getValue(),
            desk.time().now().truncatedTo(ChronoUnit.MILLIS),
            desk.readerName()));
    close();
  }
}
