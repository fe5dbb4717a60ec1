package comms.dashboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * A part of a page that is updated in place: a skeleton until its first answer, then every answer
 * over the one before, or what went wrong with an offer to try again.
 */
class Panel<T> extends Div {

  private static final long serialVersionUID = 1L;

  private final transient Desk desk;
  private final transient Consumer<T> show;
  private final LatestAnswer latest = new LatestAnswer(this);
  private boolean answered;
  private boolean kept;

  /**
   * @param show fills the panel; what it showed before is still there
   */
  Panel(Desk desk, Consumer<T> show) {
    this.desk = desk;
    this.show = show;
    addClassName("card-content");
  }

  /**
   * Asks, while what is shown stays until the answer is there.
   *
   * @param question equal for equal questions; what it takes to answer it apart from the time
   */
  void ask(Object question, Callable<T> work) {
    if (!answered) {
      fill(new Skeleton());
    }
    UI ui = UI.getCurrent();
    latest.<Given<T>>to(
        (done, failed) -> desk.questions().ask(ui, question, work, done, failed),
        given -> show(given, () -> ask(question, work)),
        problem -> {
          answered = false;
          fill(Problem.of(problem, "A panel", () -> ask(question, work)));
        });
  }

  private void show(Given<T> given, Runnable retry) {
    answered = true;
    getChildren().filter(Panel::isNote).toList().forEach(this::remove);
    Instant keptFrom = given.keptFrom();
    kept = keptFrom != null;
    show.accept(given.answer());
    if (keptFrom != null) {
      Formats formats = new Formats(Texts.current(), desk.time().zone());
      addComponentAsFirst(new KeptNote(keptFrom, desk.time().now(), formats, retry));
    }
  }

  /** Whether the answer is one from before, since the store does not answer. */
  boolean isKept() {
    return kept;
  }

  private void fill(Component component) {
    removeAll();
    add(component);
  }

  private static boolean isNote(Component child) {
    return child instanceof Skeleton || child instanceof KeptNote || child instanceof Problem;
  }
}
