package comms.dashboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A part of the settings: what the store holds, and a way to change it.
 *
 * @param <T> what is read from the store
 */
abstract class SettingsCard<T> extends Article {

  private static final long serialVersionUID = 1L;

  private static final Logger log = LoggerFactory.getLogger(SettingsCard.class);

  private final transient Desk desk;
  private final Div content = new Div();

  SettingsCard(String titleKey, Desk desk) {
    this.desk = desk;
    addClassNames("card", "settings-card");
    content.addClassName("card-content");
    add(
        new Header(new H2(getTranslation(titleKey))),
        new Paragraph(getTranslation(titleKey + ".help")),
        content);
  }

  abstract T read();

  abstract Component shown(T found);

  /** Asks the store anew. */
  void reload() {
    desk.tasks().run(UI.getCurrent(), this::read, found -> fill(shown(found)), this::noAnswer);
  }

  /** Has the store take a change, tells so and shows what there is now. */
  void change(Runnable change, String doneKey) {
    Callable<T> changed =
        () -> {
          change.run();
          return read();
        };
    desk.tasks()
        .run(
            UI.getCurrent(),
            changed,
            found -> {
              fill(shown(found));
              Notification.show(getTranslation(doneKey));
            },
            problem -> {
              log.warn("A setting cannot be changed", problem);
              Notification.show(getTranslation("settings.not-changed"));
            });
  }

  private void noAnswer(Exception problem) {
    log.warn("The settings have no answer", problem);
    fill(new Problem(getTranslation("settings.no-answer"), this::reload));
  }

  private void fill(Component component) {
    content.removeAll();
    content.add(component);
  }

  Desk desk() {
    return desk;
  }

  Formats formats() {
    return new Formats(Texts.current(), desk.time().zone());
  }
}
