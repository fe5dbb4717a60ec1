package comms.dashboard;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import comms.catalog.Status;

/** How a metric stands against its targets, as a word and an icon, not by colour alone. */
class StatusBadge extends Span {

  private static final long serialVersionUID = 1L;

  StatusBadge(Status status, Texts texts) {
    this(status, texts.text("status." + status.wireName()));
  }

  StatusBadge(Status status, String words) {
    addClassNames("status", "status-" + status.wireName().replace('_', '-'));
    Icon icon = icon(status).create();
    icon.getElement().setAttribute("aria-hidden", "true");
    add(icon, new Span(words));
  }

  private static VaadinIcon icon(Status status) {
    return switch (status) {
      case ON_TARGET -> VaadinIcon.CHECK_CIRCLE;
      case AT_RISK -> VaadinIcon.WARNING;
      case OFF_TARGET -> VaadinIcon.CLOSE_CIRCLE;
      case NO_DATA -> VaadinIcon.MINUS_CIRCLE_O;
    };
  }
}
