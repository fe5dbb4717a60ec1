package comms.dashboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import comms.metrics.InvalidMetricQuery;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A card that is there at once and gets its figures later: a skeleton first, then its content, or
 * what went wrong with an offer to try again. It costs no other card anything.
 */
abstract class LoadingCard<T> extends Article {

  private static final long serialVersionUID = 1L;

  private static final Logger log = LoggerFactory.getLogger(LoadingCard.class);

  private final Div content = new Div();

  private transient @Nullable Future<?> running;
  private int asked;
  private boolean filled;
  private boolean troubled;

  /**
   * @param id by which addresses and tests know it
   */
  LoadingCard(String id) {
    addClassName("card");
    setId(id);
    content.addClassName("card-content");
  }

  /** The place that the skeleton, the answer and the error share. */
  Component content() {
    return content;
  }

  /** Asks what the card shows; one of the two is told under the UI's lock. */
  abstract Future<?> ask(Window window, UI ui, Consumer<Given<T>> done, Consumer<Exception> failed);

  /** Shows the answer; called under the UI's lock. */
  abstract void show(T answer, Window window);

  /** When the newest event that was stored for the answer was accepted. */
  abstract Instant freshUntil(T answer);

  /** What is told when a card has its answers, or has none. */
  interface Arrival {
    void answered(Instant freshUntil);

    void failed();
  }

  /** Asks anew; the answer to what was asked before no longer matters. */
  void load(Window window, UI ui, Arrival arrival) {
    fill(new Skeleton());
    filled = false;
    ask(window, ui, arrival);
  }

  /** Asks the same again; what is shown stays until the answer is there. */
  void refresh(Window window, UI ui, Arrival arrival) {
    if (filled) {
      ask(window, ui, arrival);
    } else {
      load(window, ui, arrival);
    }
  }

  /** Whether it has no answer, or only one from before. */
  boolean troubled() {
    return troubled;
  }

  private void ask(Window window, UI ui, Arrival arrival) {
    cancel();
    int asking = asked;
    getElement().setAttribute("aria-busy", "true");
    running =
        ask(
            window,
            ui,
            given -> {
              if (asking == asked) {
                getElement().removeAttribute("aria-busy");
                show(given.answer(), window);
                filled = true;
                markAge(given.keptFrom(), window, () -> refresh(window, ui, arrival));
                arrival.answered(freshUntil(given.answer()));
              }
            },
            problem -> {
              if (asking == asked) {
                getElement().removeAttribute("aria-busy");
                filled = false;
                troubled = !(problem instanceof InvalidMetricQuery);
                showProblem(problem, () -> load(window, ui, arrival));
                arrival.failed();
              }
            });
  }

  private void markAge(@Nullable Instant keptFrom, Window window, Runnable retry) {
    troubled = keptFrom != null;
    if (keptFrom != null) {
      Formats formats = new Formats(Texts.current(), window.zone());
      content.addComponentAsFirst(new KeptNote(keptFrom, window.now(), formats, retry));
    }
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

  void fill(Component... components) {
    content.removeAll();
    content.add(components);
  }

  private void showProblem(Exception problem, Runnable retry) {
    String message;
    if (problem instanceof InvalidMetricQuery invalid) {
      message = getTranslation("card.invalid", String.valueOf(invalid.getMessage()));
    } else {
      log.warn("{} has no answer", getId().orElse("A card"), problem);
      message = getTranslation("card.error");
    }
    fill(new Problem(message, retry));
  }
}
