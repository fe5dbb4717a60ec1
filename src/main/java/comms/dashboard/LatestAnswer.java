package comms.dashboard;

import com.vaadin.flow.component.Component;
import java.io.Serializable;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The answer to what a part of a page has asked last. Whatever it asked before is given up, and so
 * is the last question when the reader leaves the page.
 */
class LatestAnswer implements Serializable {

  private static final long serialVersionUID = 1L;

  private final Component part;
  private transient @Nullable Future<?> running;
  private int asked;

  LatestAnswer(Component part) {
    this.part = part;
    part.addDetachListener(_ -> cancel());
  }

  /** Asks beside the UI; one of the two is told under the UI's lock. */
  interface Asking<T> {
    Future<?> ask(Consumer<T> done, Consumer<Exception> failed);
  }

  /** Asks; the part is busy until one of the two was told. */
  <T> void to(Asking<T> question, Consumer<T> done, Consumer<Exception> failed) {
    cancel();
    int asking = asked;
    part.getElement().setAttribute("aria-busy", "true");
    running =
        question.ask(
            answer -> tell(asking, answer, done), problem -> tell(asking, problem, failed));
  }

  private <T> void tell(int asking, T outcome, Consumer<T> told) {
    if (asking == asked) {
      part.getElement().removeAttribute("aria-busy");
      told.accept(outcome);
    }
  }

  private void cancel() {
    asked++;
    if (running != null) {
      running.cancel(true);
      running = null;
    }
  }
}
