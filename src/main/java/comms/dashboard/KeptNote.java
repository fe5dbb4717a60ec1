package comms.dashboard;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;

/** Says that figures are not new, how old they are, and offers to ask again. */
class KeptNote extends Div {

  private static final long serialVersionUID = 1L;

  KeptNote(Instant keptFrom, Instant now, Formats formats, Runnable retry) {
    addClassName("kept-note");
    getElement().setAttribute("role", "status");
    double age = Math.max(0, Duration.between(keptFrom, now).toSeconds());
    add(
        new Span(getTranslation("card.kept", formats.dateTime(keptFrom), formats.duration(age))),
        new Button(getTranslation("card.retry"), _ -> retry.run()));
  }
}
