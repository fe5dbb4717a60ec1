package comms.clickhouse;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Up while the store answers a reader within a moment. It answers in time even if the store does
 * not: those who ask meanwhile wait for the same question. No part of readiness, since the doors
 * are open without the store.
 */
@Component("clickHouse")
class ClickHouseHealthIndicator extends AbstractHealthIndicator {

  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final JdbcClient store;
  private final Executor executor = Executors.newVirtualThreadPerTaskExecutor();
  private @Nullable CompletableFuture<String> asked;

  ClickHouseHealthIndicator(JdbcClient store) {
    super("The store does not answer");
    this.store = store;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) throws Exception {
    try {
      health.up().withDetail("version", version().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      health.down().withDetail("error", "The store does not answer in time");
    } catch (ExecutionException e) {
      health.down().withDetail("error", "The store does not answer");
    }
  }

  /** The question that is on its way, or a new one. */
  private synchronized CompletableFuture<String> version() {
    if (asked == null || asked.isDone()) {
      asked =
          CompletableFuture.supplyAsync(
              () -> store.sql("SELECT version()").query(String.class).single(), executor);
    }
    return asked;
  }
}
