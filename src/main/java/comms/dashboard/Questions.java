package comms.dashboard;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.vaadin.flow.component.UI;
import comms.annotations.Annotations;
import comms.metrics.InvalidMetricQuery;
import comms.metrics.MetricQuery;
import comms.metrics.MetricResult;
import comms.metrics.Metrics;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks the metrics what a card wants to know, all of its questions at the same time. While the
 * store does not answer, the last answers to the same questions are given, marked with their time;
 * they are kept in memory for a day.
 */
@Component
class Questions {

  private static final Logger log = LoggerFactory.getLogger(Questions.class);

  private final Metrics metrics;
  private final Annotations annotations;
  private final CardTasks tasks;
  private final DashboardTime time;
  private final Cache<Object, Kept> last =
      Caffeine.newBuilder().maximumSize(1_000).expireAfterWrite(Duration.ofDays(1)).build();

  private record Kept(Object answer, Instant at) {}

  Questions(Metrics metrics, Annotations annotations, CardTasks tasks, DashboardTime time) {
    this.metrics = metrics;
    this.annotations = annotations;
    this.tasks = tasks;
    this.time = time;
  }

  /** Asks; the outcome arrives in the UI unless the future is cancelled first. */
  Future<?> ask(
      UI ui,
      Map<String, MetricQuery> questions,
      Consumer<Answers> done,
      Consumer<Exception> failed) {
    Map<String, MetricQuery> asked = Map.copyOf(questions);
    return ask(
        ui,
        asked,
        () -> new Answers(results(asked), annotations.all(), null),
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
    return tasks.run(ui, () -> answer(question, work), done, failed);
  }

  // The answer that is kept is one to an equal question.
  @SuppressWarnings("unchecked")
  private <T> Given<T> answer(Object question, Callable<T> work) throws Exception {
    try {
      T answer = work.call();
      last.put(question, new Kept(answer, time.now()));
      return new Given<>(answer, null);
    } catch (InvalidMetricQuery | InterruptedException e) {
      throw e;
    } catch (Exception e) {
      Kept kept = last.getIfPresent(question);
      if (kept == null) {
        throw e;
      }
      log.warn("Figures of {} are shown, since the store does not answer", kept.at(), e);
      return new Given<>((T) kept.answer(), kept.at());
    }
  }

  Instant now() {
    return time.now();
  }

  /** The answers themselves, on this thread; the first failure is thrown. */
  Map<String, MetricResult> results(Map<String, MetricQuery> questions) throws Exception {
    Map<String, Callable<MetricResult>> calls = new LinkedHashMap<>();
    questions.forEach((name, query) -> calls.put(name, () -> metrics.query(query)));
    return tasks.all(calls);
  }
}
