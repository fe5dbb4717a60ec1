package comms.dashboard;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.notification.Notification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A button that loads or removes the demo data beside the UI, and says when that fails. */
final class DemoWork {

  private static final Logger log = LoggerFactory.getLogger(DemoWork.class);

  private DemoWork() {}

  static Button button(String textKey, String busyKey, Desk desk, Runnable work, Runnable after) {
    UI ui = UI.getCurrent();
    Button button = new Button(ui.getTranslation(textKey));
    button.setDisableOnClick(true);
    button.addClickListener(
        event -> {
          button.setText(ui.getTranslation(busyKey));
          desk.tasks()
              .run(
                  ui,
                  () -> {
                    work.run();
                    return true;
                  },
                  done -> {
                    rest(button, textKey);
                    after.run();
                  },
                  problem -> {
                    log.warn("the demo data could not be changed", problem);
                    rest(button, textKey);
                    Notification.show(ui.getTranslation("demo.failed"));
                  });
        });
    return button;
  }

  private static void rest(Button button, String textKey) {
    button.setText(button.getTranslation(textKey));
    button.setEnabled(true);
  }
}
