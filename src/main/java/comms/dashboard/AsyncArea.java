package comms.dashboard;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** A part of a page that is filled beside the UI: a skeleton, then its content or a problem. */
class AsyncArea extends Div {

  private static final long serialVersionUID = 1L;

  private final transient CardTasks tasks;
  private final LatestAnswer latest = new LatestAnswer(this);

  AsyncArea(String className, CardTasks tasks) {
    this.tasks = tasks;
    addClassName(className);
  }

  /** Does the work and fills the area with its outcome; what was asked before no longer matters. */
  <T> void load(Callable<T> work, Consumer<T> show) {
    removeAll();
    add(new Skeleton());
    UI ui = UI.getCurrent();
    latest.<T>to(
        (done, failed) -> tasks.run(ui, work, done, failed),
        outcome -> {
          removeAll();
          show.accept(outcome);
        },
        problem -> {
          removeAll();
          add(Problem.of(problem, "An area", () -> load(work, show)));
        });
  }
}
