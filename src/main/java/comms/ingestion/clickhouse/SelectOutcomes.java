package comms.ingestion.clickhouse;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What became of the events of a batch that is stored; the same whenever it is asked. */
@Component
class SelectOutcomes {

  private static final String DUPLICATES = SqlResource.read("select-duplicates.sql");
  private static final String LOST = SqlResource.read("select-lost-copies.sql");

  private final JdbcClient jdbc;

  SelectOutcomes(@Qualifier("writer") JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The places of the events that were not stored, and whether each says something else. */
  Map<Integer, Boolean> duplicates(String batch) {
    Map<Integer, Boolean> duplicates = new HashMap<>();
    jdbc.sql(DUPLICATES)
        .param("batch", batch)
        .query(
            row -> {
              duplicates.put(row.getInt("copy"), row.getBoolean("conflict"));
            });
    return duplicates;
  }

  /**
   * A copy that was counted as accepted and lost later.
   *
   * @param id the copy's, the same whoever finds it
   * @param conflict whether it says something else than the one that won
   */
  record Lost(String id, Instant receivedAt, String event, boolean conflict) {}

  List<Lost> lost(String batch) {
    return jdbc.sql(LOST)
        .param("batch", batch)
        .query(
            (row, _) ->
                new Lost(
                    row.getString("event")
                        + ":"
                        + row.getString("event_id")
                        + ":"
                        + row.getLong("precedence"),
                    Instant.ofEpochMilli(row.getLong("received_ms")),
                    row.getString("event"),
                    row.getBoolean("conflict")))
        .list();
  }
}
