package comms.dashboard;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.List;

/** A row of buttons of which one is pressed. */
class Choice extends Div {

  private static final long serialVersionUID = 1L;

  private final List<Button> buttons = new ArrayList<>();
  private final List<Runnable> actions = new ArrayList<>();

  Choice(String label) {
    addClassName("choice");
    getElement().setAttribute("role", "group");
    getElement().setAttribute("aria-label", label);
  }

  void add(String text, Runnable action) {
    int index = buttons.size();
    Button button = new Button(text, event -> select(index));
    buttons.add(button);
    actions.add(action);
    add(button);
  }

  /** Presses the n-th button, from 0. */
  void select(int index) {
    for (int i = 0; i < buttons.size(); i++) {
      buttons.get(i).getElement().setAttribute("aria-pressed", Boolean.toString(i == index));
    }
    actions.get(index).run();
  }
}
