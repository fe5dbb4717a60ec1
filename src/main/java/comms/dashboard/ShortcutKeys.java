package comms.dashboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.shared.Registration;

/**
 * Listens to single keys all over the page, except while a reader types in a field. The browser
 * remembers whether it should, since not everybody can use them.
 */
@Tag("comms-shortcuts")
@JsModule("./keys/comms-shortcuts.ts")
class ShortcutKeys extends Component {

  private static final long serialVersionUID = 1L;

  Registration addPressListener(ComponentEventListener<PressEvent> listener) {
    return addListener(PressEvent.class, listener);
  }

  /** Tells whether the reader's browser heeds the keys. */
  void whetherHeeded(SerializableConsumer<Boolean> told) {
    getElement().executeJs("return this.heeded").then(Boolean.class, told);
  }

  /** Remembers in the browser whether the keys are to be heeded. */
  void heed(boolean heeded) {
    getElement().executeJs("this.heed($0)", heeded);
  }

  /** A reader has pressed the keys of a shortcut; Vaadin makes it. */
  @DomEvent("shortcut")
  public static class PressEvent extends ComponentEvent<ShortcutKeys> {

    private static final long serialVersionUID = 1L;

    private final String keys;

    public PressEvent(
        ShortcutKeys source, boolean fromClient, @EventData("event.detail.keys") String keys) {
      super(source, fromClient);
      this.keys = keys;
    }

    /** The keys in the order in which they were pressed, for example {@code go}. */
    String keys() {
      return keys;
    }
  }
}
