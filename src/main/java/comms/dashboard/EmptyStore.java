package comms.dashboard;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import comms.security.Permission;
import java.util.Locale;

/** What to do when nothing has been stored yet: send a first event, or load the demo data. */
class EmptyStore extends Div {

  private static final long serialVersionUID = 1L;

  private static final String FIRST_EVENT =
      """
      curl %s/capture -H 'Content-Type: application/json' -d '{
        "api_key": "%s",
        "event": "contract_started",
        "distinct_id": "client-1",
        "properties": {"contract_id": "contract-1"}
      }'""";

  private static final String PLACEHOLDER = "PROJECT_KEY";

  private final Pre command = new Pre();
  private final String key;

  EmptyStore(Desk desk, Runnable loaded) {
    addClassName("empty-store");
    key = desk.projectKey().orElse(PLACEHOLDER);
    command.getElement().setAttribute("tabindex", "0");
    add(
        new H2(getTranslation("empty.title")),
        new Paragraph(getTranslation("empty.send")),
        command,
        new Paragraph(getTranslation("empty.looking")));
    if (key.equals(PLACEHOLDER)) {
      add(new Paragraph(getTranslation("empty.key", PLACEHOLDER)));
    }
    if (desk.may(Permission.DEMO_DATA)) {
      desk.demoData()
          .ifPresent(
              demo ->
                  add(
                      new Paragraph(getTranslation("empty.demo")),
                      DemoWork.button("demo.load", "demo.loading", desk, demo::load, loaded)));
    }
    setVisible(false);
  }

  @Override
  protected void onAttach(AttachEvent event) {
    event
        .getUI()
        .getPage()
        .fetchCurrentURL(
            url ->
                command.setText(
                    String.format(
                        Locale.ROOT,
                        FIRST_EVENT,
                        url.getProtocol() + "://" + url.getAuthority(),
                        key)));
  }
}
