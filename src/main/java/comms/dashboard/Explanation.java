package comms.dashboard;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.popover.Popover;
import java.util.List;

/** A button that tells how a card's figures, which are no metric's, are defined. */
class Explanation extends Div {

  private static final long serialVersionUID = 1L;

  Explanation(String name, List<String> paragraphs) {
    addClassName("definition-button");
    Button button = new Button(VaadinIcon.INFO_CIRCLE_O.create());
    button.addClassName("quiet");
    button.setAriaLabel(getTranslation("definition.of", name));
    Div text = new Div(new H4(name));
    text.addClassName("definition");
    paragraphs.forEach(paragraph -> text.add(new Paragraph(paragraph)));
    Popover popover = new Popover(text);
    popover.setTarget(button);
    popover.setWidth("min(26rem, 90vw)");
    popover.setAriaLabel(getTranslation("definition.of", name));
    add(button, popover);
  }
}
