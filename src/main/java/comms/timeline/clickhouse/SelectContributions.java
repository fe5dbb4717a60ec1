package comms.timeline.clickhouse;

import comms.catalog.Metric;
import comms.catalog.Stat;
import comms.timeline.Contributions;
import comms.timeline.Subject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads from the state of a thing in which figures it stands. Every statement has the columns
 * metric, stat, counted, at_ms, times, by and value.
 */
@Component
class SelectContributions implements Contributions {

  private static final String FIRST =
      "SELECT * FROM (\n$all\n) ORDER BY metric, at_ms LIMIT " + MOST;

  private final JdbcClient jdbc;
  private final Map<Subject, String> statements = new EnumMap<>(Subject.class);

  SelectContributions(JdbcClient jdbc) {
    this.jdbc = jdbc;
    for (Subject subject : Subject.values()) {
      statements.put(
          subject, FIRST.replace("$all", text("contributions-of-" + subject.wireName() + ".sql")));
    }
  }

  @Override
  public List<Contribution> of(Subject subject, String id) {
    return jdbc
        .sql(statements.getOrDefault(subject, ""))
        .param("id", id)
        .query((row, n) -> contribution(row))
        .list()
        .stream()
        .sorted(Comparator.comparing(Contribution::metric).thenComparing(Contribution::at))
        .toList();
  }

  private static Contribution contribution(ResultSet row) throws SQLException {
    double value = row.getDouble("value");
    Double known = row.wasNull() ? null : (Double) value;
    return new Contribution(
        Metric.withId(row.getString("metric")).orElseThrow(),
        Stat.valueOf(row.getString("stat")),
        row.getBoolean("counted"),
        Instant.ofEpochMilli(row.getLong("at_ms")),
        row.getLong("times"),
        row.getString("by"),
        known);
  }

  private static String text(String resource) {
    try {
      return new ClassPathResource(resource, SelectContributions.class)
          .getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the SQL resource " + resource + " cannot be read", e);
    }
  }
}
