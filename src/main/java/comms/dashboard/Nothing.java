package comms.dashboard;

import com.vaadin.flow.component.html.Paragraph;

/** Says, in the place of a card's figures, that there are none. */
class Nothing extends Paragraph {

  private static final long serialVersionUID = 1L;

  Nothing(String text) {
    super(text);
    addClassName("card-empty");
  }
}
