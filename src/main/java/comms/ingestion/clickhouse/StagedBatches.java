package comms.ingestion.clickhouse;

import comms.catalog.EventName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The batches that were staged, and which of them are finished. */
@Component
class StagedBatches {

  private final JdbcClient jdbc;
  private final HeldEvents heldEvents;

  StagedBatches(@Qualifier("writer") JdbcClient jdbc, HeldEvents heldEvents) {
    this.jdbc = jdbc;
    this.heldEvents = heldEvents;
  }

  /**
   * A batch whose events are staged.
   *
   * @param names the events in it
   */
  record Staged(String id, Set<EventName> names) {}

  /** Notes that every step of the batch is done. */
  void finish(String batch) {
    jdbc.sql("INSERT INTO finished_batches (batch) VALUES (:batch)").param("batch", batch).update();
  }

  /** The batches of the last day that were cut off, the oldest first. */
  List<Staged> unfinished() {
    return jdbc.sql(
            """
            SELECT batch, arrayStringConcat(groupUniqArray(event), ',') FROM event_batches
            WHERE staged_at > now() - INTERVAL 1 DAY
              AND batch NOT IN (SELECT batch FROM finished_batches)
            GROUP BY batch
            ORDER BY min(staged_at)
            """)
        .query((row, _) -> new Staged(row.getString(1), names(row.getString(2))))
        .list();
  }

  /** The events in quarantine that the batch stores, and that nobody has released yet. */
  List<HeldEvents.Held> heldOf(String batch) {
    List<HeldEvents.Held> held =
        new ArrayList<>(
            heldEvents.awaiting(
                jdbc.sql(
                        """
                        SELECT DISTINCT dispute_id FROM event_batches
                        WHERE batch = :batch AND dispute_id != ''
                        """)
                    .param("batch", batch)
                    .query(String.class)
                    .set()));
    Set<String> keys =
        jdbc.sql("SELECT concat(event, ':', event_id) FROM event_batches WHERE batch = :batch")
            .param("batch", batch)
            .query(String.class)
            .set();
    held.removeIf(one -> !keys.contains(one.event().idempotencyKey()));
    return held;
  }

  private static Set<EventName> names(String wireNames) {
    return Arrays.stream(wireNames.split(",", -1))
        .flatMap(name -> EventName.named(name).stream())
        .collect(Collectors.toSet());
  }
}
