package comms.dashboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.shared.Registration;
import java.time.Instant;

/** The time until a moment, or since; it goes by in the browser, without the server. */
@Tag("comms-countdown")
@JsModule("./desk/comms-countdown.ts")
class Countdown extends Component {

  private static final long serialVersionUID = 1L;

  private static final String SYNC =
      """
      customElements.whenDefined('comms-countdown').then(() =>
        customElements.get('comms-countdown')
          .sync($0, { d: $1, h: $2, min: $3, s: $4, left: $5, over: $6 }))
      """;

  Countdown(Instant deadline) {
    getElement().setProperty("deadline", millis(deadline));
  }

  /** The moment as the element takes it. */
  static double millis(Instant deadline) {
    return deadline.toEpochMilli();
  }

  /** Tells all of the page's countdowns the time and the words. */
  static void sync(UI ui, Instant now, Texts texts) {
    ui.getPage()
        .executeJs(
            SYNC,
            millis(now),
            template(texts, "unit.d"),
            template(texts, "unit.h"),
            template(texts, "unit.min"),
            template(texts, "unit.s"),
            template(texts, "desk.left"),
            template(texts, "desk.over"));
  }

  private static String template(Texts texts, String key) {
    return texts.text(key, "{0}");
  }

  Registration addBreachListener(ComponentEventListener<BreachEvent> listener) {
    return addListener(BreachEvent.class, listener);
  }

  /** The moment has come; Vaadin makes it. */
  @DomEvent("breach")
  public static class BreachEvent extends ComponentEvent<Countdown> {

    private static final long serialVersionUID = 1L;

    public BreachEvent(Countdown source, boolean fromClient) {
      super(source, fromClient);
    }
  }
}
