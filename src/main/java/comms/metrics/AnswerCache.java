package comms.metrics;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * Answers from memory: a question that is being answered is not asked again, and an answer is kept
 * until something is stored. While events keep coming answers are at most two seconds old. What
 * other nodes store is seen after ten seconds, in a period that is over after a minute. All answers
 * of a cache together are as heavy as a sixteenth of the application's memory at most.
 */
final class AnswerCache<Q, A> {

  private static final Duration RUNNING = Duration.ofSeconds(10);
  private static final Duration CLOSED = Duration.ofMinutes(1);

  private static final long HEAVIEST = Runtime.getRuntime().maxMemory() / 16;

  /** An entry without its answer. */
  private static final int LEAST_WEIGHT = 1_000;

  private final StoredGeneration generation;
  private final Function<Q, A> ask;
  private final AsyncCache<Key<Q>, A> answers;

  /**
   * @param range the period that a question is about
   * @param ask answers a question from the store
   * @param weight about how many bytes an answer takes
   */
  AnswerCache(
      StoredGeneration generation,
      Clock clock,
      Function<Q, TimeRange> range,
      Function<Q, A> ask,
      ToIntFunction<A> weight) {
    this.generation = generation;
    this.ask = ask;
    this.answers =
        Caffeine.newBuilder()
            .maximumWeight(HEAVIEST)
            .weigher((Key<Q> _, A answer) -> LEAST_WEIGHT + Math.max(0, weight.applyAsInt(answer)))
            .expireAfter(
                Expiry.<Key<Q>, A>creating(
                    (key, _) ->
                        range.apply(key.question()).to().isAfter(clock.instant())
                            ? RUNNING
                            : CLOSED))
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .buildAsync();
  }

  private record Key<Q>(Q question, long generation) {}

  A answer(Q question) {
    Key<Q> key = new Key<>(question, generation.current());
    CompletableFuture<A> answer = answers.get(key, asked -> ask.apply(asked.question()));
    try {
      return answer.join();
    } catch (CompletionException e) {
      // The cache lets go of a failure too, but perhaps only after the next has asked.
      answers.asMap().remove(key, answer);
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }
}
