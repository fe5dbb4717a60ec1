package comms.dashboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import comms.dashboard.LastAnswers.Answer;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A part of a page that is there at once and gets its answer later, like a card, but from a service
 * of its own: a skeleton first, then the answer, or what went wrong with an offer to try again.
 */
class Panel<T> extends Div {

  private static final long serialVersionUID = 1L;

  private static final Logger log = LoggerFactory.getLogger(Panel.class);

  private final Class<T> type;
  private final transient Desk desk;
  private final transient LastAnswers last;
  private final transient Consumer<T> show;
  private transient @Nullable Future<?> running;
  private transient @Nullable Object answered;
  private int asked;
  private boolean kept;

  /**
   * @param show fills the panel; what it showed before is still there
   */
  Panel(Class<T> type, Desk desk, LastAnswers last, Consumer<T> show) {
    this.type = type;
    this.desk = desk;
    this.last = last;
    this.show = show;
    addClassName("card-content");
  }

  /**
   * Asks. What is shown stays until the answer is there if it answers the same question.
   *
   * @param question equal for equal questions; what it takes to answer it apart from the time
   */
  void ask(Object question, Callable<T> work) {
    if (!question.equals(answered)) {
      answered = null;
    }
    askQuietly(question, work);
  }

  /** Asks, perhaps something else, while what is shown stays until the answer is there. */
  void askQuietly(Object question, Callable<T> work) {
    cancel();
    int asking = asked;
    if (answered == null) {
      removeAll();
      add(new Skeleton());
    }
    getElement().setAttribute("aria-busy", "true");
    running =
        desk.tasks()
            .run(
                UI.getCurrent(),
                () -> last.ask(question, type, work),
                answer -> {
                  if (asking == asked) {
                    answered = question;
                    show(answer, () -> askQuietly(question, work));
                  }
                },
                problem -> {
                  if (asking == asked) {
                    answered = null;
                    showProblem(problem, () -> ask(question, work));
                  }
                });
  }

  private void show(Answer<T> answer, Runnable retry) {
    getElement().removeAttribute("aria-busy");
    getChildren().filter(Panel::isNote).toList().forEach(this::remove);
    Instant keptFrom = answer.keptFrom();
    kept = keptFrom != null;
    show.accept(answer.value());
    if (keptFrom != null) {
      Formats formats = new Formats(Texts.current(), desk.time().zone());
      addComponentAsFirst(new KeptNote(keptFrom, desk.time().now(), formats, retry));
    }
  }

  /** Whether the answer is one from before, since the store does not answer. */
  boolean isKept() {
    return kept;
  }

  private void showProblem(Exception problem, Runnable retry) {
    log.warn("A part of the page has no answer", problem);
    getElement().removeAttribute("aria-busy");
    removeAll();
    add(new Problem(getTranslation("card.error"), retry));
  }

  private static boolean isNote(Component child) {
    return child instanceof Skeleton || child instanceof KeptNote || child instanceof Problem;
  }

  private void cancel() {
    asked++;
    if (running != null) {
      running.cancel(true);
      running = null;
    }
  }

  @Override
  protected void onDetach(DetachEvent event) {
    cancel();
  }
}
