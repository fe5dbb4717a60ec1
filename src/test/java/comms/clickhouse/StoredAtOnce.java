package comms.clickhouse;

import static org.awaitility.Awaitility.await;

import comms.ingestion.Backlog;
import comms.ingestion.Journal;
import java.time.Duration;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ApplicationContext;

/** Makes the journal of a test wait until the store has what was appended. */
final class StoredAtOnce implements BeanPostProcessor {

  private static final Duration DEADLINE = Duration.ofSeconds(60);

  private final ApplicationContext context;

  StoredAtOnce(ApplicationContext context) {
    this.context = context;
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    if (!(bean instanceof Journal journal)) {
      return bean;
    }
    return (Journal)
        intake -> {
          journal.append(intake);
          Backlog backlog = context.getBean(Backlog.class);
          await()
              .atMost(DEADLINE)
              .pollInterval(Duration.ofMillis(5))
              .until(() -> backlog.state().events() == 0);
        };
  }
}
