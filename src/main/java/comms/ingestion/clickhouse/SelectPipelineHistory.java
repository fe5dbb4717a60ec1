package comms.ingestion.clickhouse;

import comms.ingestion.PipelineHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Selects what became of events from the notes of the batches. */
@Component
class SelectPipelineHistory implements PipelineHistory {

  /** Names of properties come from strangers, some in every batch; the rest is counted as one. */
  private static final int MOST_NAMES = 200;

  /** What those are called of which a request has had too many. */
  private static final String OTHER = "(other)";

  private final JdbcClient jdbc;

  SelectPipelineHistory(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Count> totals(Instant from, Instant to) {
    return jdbc.sql(
            """
            SELECT outcome, if(place <= :most, name, :other) AS shown, sum(n) AS n
            FROM (
                SELECT outcome, name, n, row_number() OVER (PARTITION BY outcome ORDER BY n DESC, name) AS place
                FROM (
                    SELECT c.outcome AS outcome, c.name AS name, sum(c.n) AS n
                    FROM written_batches FINAL
                    ARRAY JOIN counts AS c
                    WHERE frozen_at >= fromUnixTimestamp64Milli(:from)
                      AND frozen_at < fromUnixTimestamp64Milli(:to)
                    GROUP BY outcome, name
                    HAVING n != 0))
            GROUP BY outcome, shown
            ORDER BY outcome, n DESC, shown
            """)
        .param("most", MOST_NAMES)
        .param("other", OTHER)
        .param("from", from.toEpochMilli())
        .param("to", to.toEpochMilli())
        .query(
            (row, _) ->
                new Count(row.getString("outcome"), row.getString("shown"), row.getLong("n")))
        .list();
  }

  @Override
  public List<Step> steps(Instant from, Instant to, Duration step) {
    return jdbc.sql(
            """
            SELECT start, sum(accepted) AS accepted, sum(duplicates) AS duplicates,
                   sum(conflicts) AS conflicts, sum(quarantined) AS quarantined,
                   max(lag) AS lag, sum(backlog) AS backlog
            FROM (
                SELECT intDiv(toUnixTimestamp(frozen_at), :step) * :step AS start, node,
                       sum(arraySum(c -> if(c.outcome = 'accepted', c.n, 0), counts)) AS accepted,
                       sum(arraySum(c -> if(c.outcome = 'duplicate', c.n, 0), counts)) AS duplicates,
                       sum(arraySum(c -> if(c.outcome = 'conflict', c.n, 0), counts)) AS conflicts,
                       sum(arraySum(c -> if(c.outcome = 'quarantined', c.n, 0), counts)) AS quarantined,
                       max(ifNull(dateDiff('millisecond', oldest_at, written_at), 0)) AS lag,
                       max(written_batches.backlog) AS backlog
                FROM written_batches FINAL
                WHERE frozen_at >= fromUnixTimestamp64Milli(:from)
                  AND frozen_at < fromUnixTimestamp64Milli(:to)
                GROUP BY start, node)
            GROUP BY start
            ORDER BY start
            """)
        .param("from", from.toEpochMilli())
        .param("to", to.toEpochMilli())
        .param("step", step.toSeconds())
        .query(
            (row, _) ->
                new Step(
                    Instant.ofEpochSecond(row.getLong("start")),
                    row.getLong("accepted"),
                    row.getLong("duplicates"),
                    row.getLong("conflicts"),
                    row.getLong("quarantined"),
                    Duration.ofMillis(Math.max(0, row.getLong("lag"))),
                    row.getLong("backlog")))
        .list();
  }
}
