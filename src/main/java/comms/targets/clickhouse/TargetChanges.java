package comms.targets.clickhouse;

import comms.catalog.Metric;
import comms.catalog.Stat;
import comms.targets.TargetChange;
import comms.targets.TargetStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of the changes of targets. */
@Component
class TargetChanges implements TargetStore {

  private static final String SELECT =
      """
      SELECT metric, stat, value, toString(valid_from) AS first_day,
          toUnixTimestamp64Milli(changed_at) AS changed_ms, changed_by
      FROM target_changes
      ORDER BY changed_at DESC, metric, stat
      """;

  private static final String INSERT =
      """
      INSERT INTO target_changes (metric, stat, value, valid_from, changed_at, changed_by)
      VALUES (?, ?, ?, toDate32(?), fromUnixTimestamp64Milli(?, 'UTC'), ?)
      """;

  private final JdbcClient reader;
  private final JdbcTemplate writer;

  TargetChanges(JdbcClient reader, @Qualifier("writer") JdbcTemplate writer) {
    this.reader = reader;
    this.writer = writer;
  }

  @Override
  public List<TargetChange> select() {
    return reader.sql(SELECT).query((row, n) -> change(row)).list();
  }

  @Override
  public void insert(TargetChange change) {
    writer.update(
        INSERT,
        change.metric().id(),
        change.stat().wireName(),
        change.value(),
        change.from().toString(),
        change.changedAt().toEpochMilli(),
        change.changedBy());
  }

  private static TargetChange change(ResultSet row) throws SQLException {
    String metric = row.getString("metric");
    return new TargetChange(
        Metric.withId(metric).orElseThrow(() -> new SQLException("no such metric: " + metric)),
        Stat.named(row.getString("stat")),
        row.getDouble("value"),
        LocalDate.parse(row.getString("first_day")),
        Instant.ofEpochMilli(row.getLong("changed_ms")),
        row.getString("changed_by"));
  }
}
