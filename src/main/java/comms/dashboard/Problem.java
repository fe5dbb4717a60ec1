package comms.dashboard;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;

/** What went wrong, with an offer to try again. */
class Problem extends Div {

  private static final long serialVersionUID = 1L;

  Problem(String message, Runnable retry) {
    Button again =
        new Button(getTranslation("card.retry"), VaadinIcon.REFRESH.create(), e -> retry.run());
    add(new Paragraph(message), again);
    addClassName("card-problem");
    getElement().setAttribute("role", "alert");
  }
}
