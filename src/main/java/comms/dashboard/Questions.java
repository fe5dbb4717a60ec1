package comms.dashboard;

import com.vaadin.flow.component.UI;
import comms.metrics.MetricQuery;
import comms.metrics.MetricResult;
import comms.metrics.Metrics;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Asks the metrics what a card wants to know, all of its questions at the same time. */
@Component
class Questions {

  private final Metrics metrics;
  private final CardTasks tasks;

  Questions(Metrics metrics, CardTasks tasks) {
    this.metrics = metrics;
    this.tasks = tasks;
  }

  /** Asks; the outcome arrives in the UI unless the future is cancelled first. */
  Future<?> ask(
      UI ui,
      Map<String, MetricQuery> questions,
      Consumer<Answers> done,
      Consumer<Exception> failed) {
    Map<String, Callable<MetricResult>> calls = new LinkedHashMap<>();
    questions.forEach((name, query) -> calls.put(name, () -> metrics.query(query)));
    return tasks.run(ui, () -> new Answers(tasks.all(calls)), done, failed);
  }
}
