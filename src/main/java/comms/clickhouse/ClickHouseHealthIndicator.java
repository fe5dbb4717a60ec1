package comms.clickhouse;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Up while the store answers a reader; part of readiness, not of liveness. */
@Component
class ClickHouseHealthIndicator extends AbstractHealthIndicator {

  private final JdbcClient store;

  ClickHouseHealthIndicator(JdbcClient store) {
    super("The store does not answer");
    this.store = store;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    health.up().withDetail("version", store.sql("SELECT version()").query(String.class).single());
  }
}
