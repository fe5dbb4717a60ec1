package comms.metrics.clickhouse;

import comms.catalog.Dimension;
import comms.catalog.Metric;
import comms.catalog.Stat;
import comms.clickhouse.WithStore;
import comms.ingestion.AnEvent;
import comms.ingestion.Journal;
import comms.metrics.Interval;
import comms.metrics.MetricQuery;
import comms.metrics.MetricResult;
import comms.metrics.MetricResult.Figure;
import comms.metrics.Metrics;
import comms.metrics.TimeRange;
import comms.telemetry.TelemetryHours;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the tests of the metrics share: an empty store, events by the production path, questions.
 */
@SpringBootTest(properties = "comms.metrics.least-age=0s")
@WithStore(fresh = true)
abstract class MetricTest {

  @Autowired private Journal journal;
  @Autowired private Metrics metrics;
  @Autowired private TelemetryHours hours;

  @Autowired
  @Qualifier("writer")
  protected JdbcClient store;

  @BeforeEach
  void emptyTheStore() {
    store
        .sql(
            """
            SELECT name FROM system.tables
            WHERE database = currentDatabase() AND engine LIKE '%MergeTree'
              AND name != 'schema_migration'
            """)
        .query(String.class)
        .list()
        .forEach(table -> store.sql("TRUNCATE TABLE " + table).update());
  }

  protected void send(AnEvent... events) {
    AnEvent.send(journal, events);
  }

  /** After minutes were stored past the import, which does it itself. */
  protected void workOutTelemetryHours() {
    hours.workOut(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-02-01T00:00:00Z"));
  }

  protected MetricResult ask(MetricQuery query) {
    return metrics.query(query);
  }

  protected static MetricQuery query(Metric metric, String from, String to, Interval interval) {
    return MetricQuery.of(metric, new TimeRange(Instant.parse(from), Instant.parse(to)), interval);
  }

  /** The values of the buckets of that series. */
  protected static List<@Nullable Double> values(
      MetricResult result, Map<Dimension, String> key, Stat stat) {
    return series(result, key, stat).points().stream()
        .<@Nullable Double>map(point -> point.figure().value())
        .toList();
  }

  protected static Figure total(MetricResult result, Map<Dimension, String> key, Stat stat) {
    return series(result, key, stat).total();
  }

  protected static MetricResult.Series series(
      MetricResult result, Map<Dimension, String> key, Stat stat) {
    return result.series().stream()
        .filter(series -> series.key().equals(key) && series.stat() == stat)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no series " + key + " " + stat + " in " + result));
  }
}
