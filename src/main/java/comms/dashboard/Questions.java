package comms.dashboard;

import com.vaadin.flow.component.UI;
import comms.annotations.Annotations;
import comms.catalog.Dimension;
import comms.metrics.MetricQuery;
import comms.metrics.MetricResult;
import comms.metrics.Metrics;
import comms.metrics.UnmatchedValues;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * Asks the metrics what a card wants to know, all of its questions at the same time. While the
 * store does not answer, the last answers to the same questions are given, marked with their time;
 * they are kept in memory for a day.
 */
@Component
class Questions {

  private final Metrics metrics;
  private final Annotations annotations;
  private final CardTasks tasks;
  private final LastAnswers last;

  Questions(Metrics metrics, Annotations annotations, CardTasks tasks, DashboardTime time) {
    this.metrics = metrics;
    this.annotations = annotations;
    this.tasks = tasks;
    this.last = new LastAnswers(time);
  }

  /** Asks; the outcome arrives in the UI unless the future is cancelled first. */
  Future<?> ask(
      UI ui,
      Map<String, MetricQuery> questions,
      Consumer<Answers> done,
      Consumer<Exception> failed) {
    return ask(
        ui,
        Map.copyOf(questions),
        () -> new Answers(results(questions), annotations.all(), null),
        given -> done.accept(given.answer().keptFrom(given.keptFrom())),
        failed);
  }

  /**
   * Asks something else in the same way.
   *
   * @param question what is asked; equal questions have answers of the same type
   */
  <T> Future<?> ask(
      UI ui,
      Object question,
      Callable<T> work,
      Consumer<Given<T>> done,
      Consumer<Exception> failed) {
    return tasks.run(ui, () -> last.ask(question, work), done, failed);
  }

  /** The values of the question's filters that nothing has, on this thread. */
  Map<Dimension, Set<String>> unmatched(MetricQuery query) {
    return UnmatchedValues.of(query, metrics);
  }

  /** The answers themselves, on this thread; the first failure is thrown. */
  Map<String, MetricResult> results(Map<String, MetricQuery> questions) throws Exception {
    Map<String, Callable<MetricResult>> calls = new LinkedHashMap<>();
    questions.forEach((name, query) -> calls.put(name, () -> metrics.query(query)));
    return tasks.all(calls);
  }
}
