package comms.telemetry.clickhouse;

import comms.telemetry.Counter;
import comms.telemetry.Position;
import comms.telemetry.Sample;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * How far servers are imported. A counter that has not been seen for 15 days before the position is
 * not read any more, so that those of instances long gone do not pile up.
 */
@Component
class TelemetryPositions {

  private static final String SELECT =
      """
      SELECT metric, instance, series, part, value,
             toUnixTimestamp64Milli(imported_to) AS imported_to,
             toUnixTimestamp64Milli(sampled_at) AS sampled_at
      FROM telemetry_positions FINAL
      WHERE source = ? AND query = ?
        AND sampled_at >= (
            SELECT max(imported_to) - INTERVAL 15 DAY
            FROM telemetry_positions
            WHERE source = ? AND query = ? AND metric = '')
      """;

  private static final String INSERT =
      """
      INSERT INTO telemetry_positions
          (source, query, metric, instance, series, part, imported_to, sampled_at, value)
      VALUES (?, ?, ?, ?, ?, ?, fromUnixTimestamp64Milli(?), fromUnixTimestamp64Milli(?), ?)
      """;

  /** Stands for the server itself. */
  private static final Counter SERVER = new Counter("", "", "", "");

  private final JdbcTemplate jdbc;

  TelemetryPositions(@Qualifier("writer") JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  private record Row(Counter counter, long importedTo, Sample sample) {}

  Optional<Position> select(String source, String query) {
    List<Row> rows =
        jdbc.query(
            SELECT,
            (row, _) ->
                new Row(
                    new Counter(
                        row.getString("metric"),
                        row.getString("instance"),
                        row.getString("series"),
                        row.getString("part")),
                    row.getLong("imported_to"),
                    new Sample(row.getLong("sampled_at"), row.getDouble("value"))),
            source,
            query,
            source,
            query);
    Map<Counter, Sample> last = new HashMap<>();
    rows.stream()
        .filter(row -> !row.counter().equals(SERVER))
        .forEach(row -> last.put(row.counter(), row.sample()));
    return rows.stream()
        .filter(row -> row.counter().equals(SERVER))
        .findFirst()
        .map(row -> new Position(Instant.ofEpochMilli(row.importedTo()), last));
  }

  /** Inserts all of it together, so that it is there as a whole or not at all. */
  void insert(String source, String query, Position position) {
    long end = position.importedTo().toEpochMilli();
    List<Object[]> rows = new ArrayList<>();
    rows.add(row(source, query, SERVER, end, new Sample(end, 0)));
    position
        .last()
        .forEach((counter, sample) -> rows.add(row(source, query, counter, end, sample)));
    jdbc.batchUpdate(INSERT, rows);
  }

  private static Object[] row(
      String source, String query, Counter counter, long end, Sample sample) {
    return new Object[] {
      source,
      query,
      counter.metric(),
      counter.instance(),
      counter.series(),
      counter.part(),
      end,
      sample.at(),
      sample.value()
    };
  }
}
