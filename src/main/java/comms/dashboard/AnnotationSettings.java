package comms.dashboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import comms.annotations.Annotation;
import comms.annotations.Annotations;
import comms.catalog.Metric;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The annotations of the charts, and ways to add, change and remove them. */
class AnnotationSettings extends SettingsCard<List<Annotation>> {

  private static final long serialVersionUID = 1L;

  private final transient Annotations annotations;

  AnnotationSettings(Desk desk, Annotations annotations) {
    super("settings.annotations", desk);
    this.annotations = annotations;
  }

  @Override
  List<Annotation> read() {
    return annotations.all();
  }

  @Override
  Component shown(List<Annotation> found) {
    Button add =
        new Button(getTranslation("annotation.add"), VaadinIcon.PLUS.create(), _ -> ask(null));
    if (found.isEmpty()) {
      return new Div(new Paragraph(getTranslation("annotation.none")), add);
    }
    TextTable table =
        new TextTable(
            getTranslation("settings.annotations"),
            List.of(
                getTranslation("annotation.text"),
                getTranslation("annotation.at"),
                getTranslation("annotation.about"),
                getTranslation("settings.changed-by"),
                getTranslation("annotation.actions")));
    for (Annotation one : found) {
      table.row(
          List.of(
              new Span(one.text()),
              new Span(formats().dateTime(one.at())),
              new Span(about(one.metric())),
              new Span(one.changedBy()),
              new Div(
                  button("annotation.edit", one, () -> ask(one)),
                  button("annotation.remove", one, () -> remove(one)))));
    }
    return new Div(table, add);
  }

  private String about(@Nullable Metric metric) {
    return getTranslation(metric == null ? "annotation.all" : "metric." + metric.id());
  }

  private Button button(String key, Annotation annotation, Runnable action) {
    Button button = new Button(getTranslation(key), _ -> action.run());
    button.addClassName("quiet");
    button.setAriaLabel(getTranslation(key) + ": " + annotation.text());
    return button;
  }

  private void ask(@Nullable Annotation annotation) {
    new AnnotationDialog(
            annotation,
            desk(),
            written -> change(() -> annotations.put(written), "annotation.kept"))
        .open();
  }

  private void remove(Annotation annotation) {
    Annotation removed =
        new Annotation(
            annotation.id(),
            annotation.at(),
            annotation.text(),
            annotation.metric(),
            desk().time().now().truncatedTo(ChronoUnit.MILLIS),
            desk().readerName());
    change(() -> annotations.remove(removed), "annotation.removed");
  }
}
