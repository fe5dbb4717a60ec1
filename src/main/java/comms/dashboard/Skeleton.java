package comms.dashboard;

import com.vaadin.flow.component.html.Div;

/** What stands where figures will be, while they are being fetched. */
class Skeleton extends Div {

  private static final long serialVersionUID = 1L;

  Skeleton() {
    addClassName("skeleton");
    getElement().setAttribute("aria-label", getTranslation("card.loading"));
  }
}
