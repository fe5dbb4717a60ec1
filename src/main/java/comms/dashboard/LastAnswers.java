package comms.dashboard;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The last answers to questions that no metric answers: given again, marked with their time, while
 * the store does not answer. They are kept in memory for a day.
 */
@Component
class LastAnswers {

  private static final Logger log = LoggerFactory.getLogger(LastAnswers.class);

  private final Cache<Object, Kept<?>> last =
      Caffeine.newBuilder().maximumSize(500).expireAfterWrite(Duration.ofDays(1)).build();
  private final DashboardTime time;

  LastAnswers(DashboardTime time) {
    this.time = time;
  }

  private record Kept<T>(T value, Instant at) {}

  /**
   * An answer.
   *
   * @param keptFrom when it was given, if the store gives no newer one; null where it is new
   */
  record Answer<T>(T value, @Nullable Instant keptFrom) {}

  /**
   * @param question equal for equal questions, of a type of its own for each kind of answer
   */
  <T> Answer<T> ask(Object question, Class<T> type, Callable<T> work) throws Exception {
    try {
      T value = work.call();
      last.put(question, new Kept<>(value, time.now()));
      return new Answer<>(value, null);
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      Kept<?> kept = last.getIfPresent(question);
      if (kept == null) {
        throw e;
      }
      log.warn("An answer of {} is shown, since the store does not answer", kept.at(), e);
      return new Answer<>(type.cast(kept.value()), kept.at());
    }
  }
}
