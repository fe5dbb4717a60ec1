package comms.metrics.clickhouse;

import comms.metrics.Freshness;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When the newest stored event was accepted. */
@Component
class SelectFreshness implements Freshness {

  private final JdbcClient jdbc;

  SelectFreshness(@Qualifier("reader") JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Instant newestAcceptance() {
    return Instant.ofEpochMilli(
        jdbc.sql("SELECT toUnixTimestamp64Milli(max(received_at)) FROM events")
            .query(Long.class)
            .single());
  }
}
