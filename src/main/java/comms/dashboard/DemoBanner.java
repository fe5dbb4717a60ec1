package comms.dashboard;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import comms.security.Permission;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says that the figures are made up, and lets an admin remove them. */
class DemoBanner extends Div {

  private static final long serialVersionUID = 1L;

  private static final Logger log = LoggerFactory.getLogger(DemoBanner.class);

  private final transient Desk desk;

  DemoBanner(Desk desk, Runnable removed) {
    this.desk = desk;
    addClassName("demo-banner");
    getElement().setAttribute("role", "note");
    add(new Span(getTranslation("demo.banner")));
    if (desk.may(Permission.DEMO_DATA)) {
      desk.demoData()
          .ifPresent(
              demo ->
                  add(
                      DemoWork.button(
                          "demo.remove", "demo.removing", desk, demo::remove, removed)));
    }
    setVisible(false);
  }

  /** Looks whether there is demo data now; beside the UI, since the store may be slow. */
  void refresh() {
    desk.demoData()
        .ifPresent(
            demo ->
                desk.tasks().run(UI.getCurrent(), demo::present, this::setVisible, this::unknown));
  }

  private void unknown(Exception problem) {
    log.warn("whether demo data is in the store is not known", problem);
    setVisible(false);
  }
}
