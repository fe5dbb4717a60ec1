package comms.dashboard;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import comms.metrics.InvalidMetricQuery;
import comms.metrics.Weight;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last answers to questions: given again, marked with their time, while the store does not
 * answer. They are kept in memory for a day, as many as a sixteenth of it holds.
 */
class LastAnswers {

  private static final Logger log = LoggerFactory.getLogger(LastAnswers.class);

  /** A question with its answer's place; its filter has a bounded number of values. */
  private static final int LEAST_WEIGHT = 5_000;

  private final Cache<Object, Kept> last =
      Caffeine.newBuilder()
          .maximumWeight(Runtime.getRuntime().maxMemory() / 16)
          .weigher((Object _, Kept kept) -> weight(kept.answer()))
          .expireAfterWrite(Duration.ofDays(1))
          .build();
  private final DashboardTime time;

  LastAnswers(DashboardTime time) {
    this.time = time;
  }

  private record Kept(Object answer, Instant at) {}

  /** Answers without a number of values that senders decide take little more than their place. */
  private static int weight(Object answer) {
    long bytes =
        switch (answer) {
          case Answers answers -> answers.results().values().stream().mapToLong(Weight::of).sum();
          case WaterfallQuestion.Answer both ->
              (long) Weight.of(both.now()) + (both.before() == null ? 0 : Weight.of(both.before()));
          default -> 50_000;
        };
    return (int) Math.min(LEAST_WEIGHT + bytes, Integer.MAX_VALUE);
  }

  /**
   * @param question equal for equal questions, of a type of its own for each kind of answer
   * @throws Exception what the work has thrown, where there is no answer from before
   */
  // The answer that is kept is one to an equal question, and so of the same type.
  @SuppressWarnings("unchecked")
  <T> Given<T> ask(Object question, Callable<T> work) throws Exception {
    try {
      T answer = work.call();
      last.put(question, new Kept(answer, time.now()));
      return new Given<>(answer, null);
    } catch (InvalidMetricQuery | InterruptedException e) {
      throw e;
    } catch (Exception e) {
      Kept kept = last.getIfPresent(question);
      // Whoever has left the page wants no answer any more.
      if (kept == null || Thread.currentThread().isInterrupted()) {
        throw e;
      }
      log.warn("An answer of {} is shown, since the store does not answer", kept.at(), e);
      return new Given<>((T) kept.answer(), kept.at());
    }
  }
}
