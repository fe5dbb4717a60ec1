package comms.annotations.clickhouse;

import comms.annotations.Annotation;
import comms.annotations.AnnotationStore;
import comms.catalog.Metric;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of the versions of annotations. */
@Component
class AnnotationChanges implements AnnotationStore {

  private static final String SELECT =
      """
      SELECT id, at_ms, text, metric, changed_ms, changed_by
      FROM (SELECT *, row_number() OVER (PARTITION BY id ORDER BY changed_at DESC) AS version,
              toUnixTimestamp64Milli(at) AS at_ms, toUnixTimestamp64Milli(changed_at) AS changed_ms
            FROM annotation_changes)
      WHERE version = 1 AND NOT removed
      ORDER BY at_ms DESC, id
      """;

  private static final String INSERT =
      """
      INSERT INTO annotation_changes (id, at, text, metric, removed, changed_at, changed_by)
      VALUES (?, fromUnixTimestamp64Milli(?, 'UTC'), ?, ?, ?, fromUnixTimestamp64Milli(?, 'UTC'), ?)
      """;

  private final JdbcClient reader;
  private final JdbcTemplate writer;

  AnnotationChanges(JdbcClient reader, @Qualifier("writer") JdbcTemplate writer) {
    this.reader = reader;
    this.writer = writer;
  }

  @Override
  public List<Annotation> select() {
    return reader.sql(SELECT).query((row, n) -> annotation(row)).list();
  }

  @Override
  public void insert(Annotation annotation, boolean removed) {
    Metric metric = annotation.metric();
    writer.update(
        INSERT,
        annotation.id(),
        annotation.at().toEpochMilli(),
        annotation.text(),
        metric == null ? "" : metric.id(),
        removed,
        annotation.changedAt().toEpochMilli(),
        annotation.changedBy());
  }

  private static Annotation annotation(ResultSet row) throws SQLException {
    return new Annotation(
        row.getString("id"),
        Instant.ofEpochMilli(row.getLong("at_ms")),
        row.getString("text"),
        Metric.withId(row.getString("metric")).orElse(null),
        Instant.ofEpochMilli(row.getLong("changed_ms")),
        row.getString("changed_by"));
  }
}
