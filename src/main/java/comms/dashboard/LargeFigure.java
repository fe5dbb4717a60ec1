package comms.dashboard;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/** A figure that a card is known by, large, with its name; below it what there is to say of it. */
class LargeFigure extends Div {

  private static final long serialVersionUID = 1L;

  private final Words value;

  /**
   * @param name empty where the card says it
   */
  LargeFigure(String name, String value) {
    this.value = new Words("headline-value", value);
    addClassName("headline");
    Div line = new Div();
    line.addClassName("headline-figure");
    if (!name.isEmpty()) {
      line.add(new Words("headline-stat", name));
    }
    line.add(this.value);
    add(line);
  }

  /** The place of the figure itself. */
  Span value() {
    return value;
  }

  void note(String text) {
    add(new Words("headline-target", text));
  }

  /**
   * @param against the name of what it is compared with
   */
  void change(String change, Change.Trend trend, String against) {
    String name = trend.name().toLowerCase(Locale.ROOT);
    Words shown = new Words("headline-change", change);
    shown.addClassName(name);
    shown.setTitle(getTranslation("change.against", against));
    add(new Div(shown, new Words("for-screen-readers", getTranslation("trend." + name))));
  }
}
