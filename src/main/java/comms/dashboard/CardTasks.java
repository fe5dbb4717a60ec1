package comms.dashboard;

import com.vaadin.flow.component.UI;
import jakarta.annotation.PreDestroy;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** The virtual threads on which cards ask their questions, beside the UI's own thread. */
@Component
class CardTasks {

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /**
   * Runs the work and hands its outcome to the UI, under the UI's lock, by push. A cancelled task
   * hands over nothing.
   */
  <T> Future<?> run(UI ui, Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
    return threads.submit(
        () -> {
          try {
            T outcome = work.call();
            deliver(ui, () -> done.accept(outcome));
          } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
          } catch (Exception e) {
            deliver(ui, () -> failed.accept(e));
          }
        });
  }

  private static void deliver(UI ui, Runnable outcome) {
    // Without a detach handler, access() throws for a UI that was closed in the meantime.
    ui.accessLater(outcome::run, () -> {}).run();
  }

  /** The outcomes of all of the questions, asked at the same time; the first failure is thrown. */
  <K, T> Map<K, T> all(Map<K, Callable<T>> questions) throws Exception {
    Map<K, Future<T>> asked = new LinkedHashMap<>();
    questions.forEach((key, question) -> asked.put(key, threads.submit(question)));
    try {
      Map<K, T> answers = new LinkedHashMap<>();
      for (Map.Entry<K, Future<T>> entry : asked.entrySet()) {
        answers.put(entry.getKey(), entry.getValue().get());
      }
      return answers;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    } finally {
      asked.values().forEach(future -> future.cancel(true));
    }
  }

  @PreDestroy
  void stop() {
    threads.shutdownNow();
  }
}
