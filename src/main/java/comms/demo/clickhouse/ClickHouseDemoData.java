package comms.demo.clickhouse;

import comms.demo.DemoData;
import comms.ingestion.StoreRebuild;
import comms.telemetry.TelemetryHours;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The demo data as rows that are marked {@code demo}, made by SQL from hashes. */
@Component
class ClickHouseDemoData implements DemoData {

  private static final Logger log = LoggerFactory.getLogger(ClickHouseDemoData.class);

  /** In this order: the later ones read the tables that the first two make. */
  private static final List<String> EVENTS =
      List.of(
          "demo-threads.sql",
          "demo-messages.sql",
          "demo-events-chat.sql",
          "demo-events-disputes.sql",
          "demo-events-notifications.sql",
          "demo-events-connections.sql");

  private static final List<String> BESIDE_THE_EVENTS =
      List.of("demo-histograms.sql", "demo-reconnects.sql", "demo-annotations.sql");

  private static final Duration A_YEAR = Duration.ofDays(366);

  private final JdbcClient jdbc;
  private final StoreRebuild rebuild;
  private final TelemetryHours hours;
  private final Clock clock;
  private volatile @Nullable Boolean present;

  ClickHouseDemoData(
      @Qualifier("writer") JdbcClient jdbc,
      StoreRebuild rebuild,
      TelemetryHours hours,
      Clock clock) {
    this.jdbc = jdbc;
    this.rebuild = rebuild;
    this.hours = hours;
    this.clock = clock;
  }

  @Override
  public boolean present() {
    Boolean known = present;
    if (known == null) {
      known = exists("SELECT 1 FROM events WHERE demo LIMIT 1");
      present = known;
    }
    return known;
  }

  @Override
  public boolean storeIsEmpty() {
    return !exists("SELECT 1 FROM events LIMIT 1");
  }

  @Override
  public void load() {
    log.info("Making a year of demo data; this takes a moment");
    rebuild.after(
        () -> {
          EVENTS.forEach(this::run);
          BESIDE_THE_EVENTS.forEach(this::run);
          hours.workOut(clock.instant().minus(A_YEAR), clock.instant());
          dropScratchTables();
        });
    present = true;
    log.info("The demo data is loaded");
  }

  @Override
  public void remove() {
    rebuild.after(
        () -> {
          List.of(
                  "events",
                  "histogram_increases",
                  "summary_increases",
                  "histogram_hours",
                  "summary_hours")
              .forEach(table -> delete(table, "demo"));
          delete("annotation_changes", "startsWith(id, 'demo-')");
        });
    present = false;
    log.info("The demo data is removed");
  }

  private void delete(String table, String condition) {
    jdbc.sql("ALTER TABLE " + table + " DELETE WHERE " + condition + " SETTINGS mutations_sync = 1")
        .update();
  }

  private boolean exists(String sql) {
    return jdbc.sql(sql).query(Integer.class).optional().isPresent();
  }

  private void dropScratchTables() {
    jdbc.sql("DROP TABLE demo_threads").update();
    jdbc.sql("DROP TABLE demo_messages").update();
  }

  private void run(String resource) {
    try {
      jdbc.sql(
              new ClassPathResource(resource, ClickHouseDemoData.class)
                  .getContentAsString(StandardCharsets.UTF_8))
          .update();
    } catch (IOException e) {
      throw new UncheckedIOException("the SQL resource " + resource + " cannot be read", e);
    }
  }
}
