package comms.dashboard;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import comms.metrics.InvalidMetricQuery;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A part of a page that is filled beside the UI: a skeleton, then its content or a problem. */
class AsyncArea extends Div {

  private static final long serialVersionUID = 1L;

  private static final Logger log = LoggerFactory.getLogger(AsyncArea.class);

  private final transient CardTasks tasks;
  private transient @Nullable Future<?> running;
  private int asked;

  AsyncArea(String className, CardTasks tasks) {
    this.tasks = tasks;
    addClassName(className);
  }

  /** Does the work and fills the area with its outcome; what was asked before no longer matters. */
  <T> void load(Callable<T> work, Consumer<T> show) {
    cancel();
    int asking = asked;
    removeAll();
    add(new Skeleton());
    getElement().setAttribute("aria-busy", "true");
    running =
        tasks.run(
            UI.getCurrent(),
            work,
            outcome -> {
              if (asking == asked) {
                clear();
                show.accept(outcome);
              }
            },
            problem -> {
              if (asking == asked) {
                clear();
                add(new Problem(words(problem), () -> load(work, show)));
              }
            });
  }

  private void clear() {
    removeAll();
    getElement().removeAttribute("aria-busy");
  }

  private String words(Exception problem) {
    if (problem instanceof InvalidMetricQuery invalid) {
      return getTranslation("card.invalid", String.valueOf(invalid.getMessage()));
    }
    log.warn("a part of a page has no answer", problem);
    return getTranslation("card.error");
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
