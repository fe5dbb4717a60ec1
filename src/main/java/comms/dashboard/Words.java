package comms.dashboard;

import com.vaadin.flow.component.html.Span;

/** A piece of text that looks like others of its kind. */
class Words extends Span {

  private static final long serialVersionUID = 1L;

  /**
   * @param className of the kind, in the theme's CSS
   */
  Words(String className, String text) {
    super(text);
    addClassName(className);
  }
}
