package comms.dashboard;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import comms.metrics.InvalidMetricQuery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What went wrong, with an offer to try again. */
class Problem extends Div {

  private static final long serialVersionUID = 1L;

  private static final Logger log = LoggerFactory.getLogger(Problem.class);

  Problem(String message, Runnable retry) {
    Button again =
        new Button(getTranslation("card.retry"), VaadinIcon.REFRESH.create(), e -> retry.run());
    add(new Paragraph(message), again);
    addClassName("card-problem");
    getElement().setAttribute("role", "alert");
  }

  /**
   * Why a question has no answer: what is wrong with the question, else that there is none, of
   * which the log has the cause.
   *
   * @param part the part of the page that has asked, for the log
   */
  static Problem of(Exception cause, String part, Runnable retry) {
    Texts texts = Texts.current();
    if (cause instanceof InvalidMetricQuery invalid) {
      return new Problem(texts.text("card.invalid", String.valueOf(invalid.getMessage())), retry);
    }
    log.warn("{} has no answer", part, cause);
    return new Problem(texts.text("card.error"), retry);
  }
}
