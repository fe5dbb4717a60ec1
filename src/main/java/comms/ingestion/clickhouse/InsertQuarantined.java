package comms.ingestion.clickhouse;

import static comms.catalog.Property.DISPUTE_ID;

import comms.ingestion.QuarantineReason;
import comms.ingestion.QuarantinedEvent;
import comms.ingestion.Replayed;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps what could not be accepted, and marks what was released. */
@Component
class InsertQuarantined {

  private static final String INSERT =
      """
      INSERT INTO quarantine
          (received_at, id, request, event, reason, property, content, dispute_id, released, version)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final JdbcTemplate jdbc;

  InsertQuarantined(@Qualifier("writer") JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Rows that are held have version 1, and version 2 once they are released. */
  void insert(List<QuarantinedEvent> held, List<Replayed> released) {
    List<Object[]> rows = new ArrayList<>();
    for (QuarantinedEvent event : held) {
      rows.add(
          new Object[] {
            StageEvents.time(event.receivedAt()),
            event.id(),
            event.request(),
            event.event(),
            event.reason().wireName(),
            event.property(),
            event.content(),
            event.disputeId(),
            0,
            1
          });
    }
    for (Replayed one : released) {
      rows.add(
          new Object[] {
            StageEvents.time(one.receivedAt()),
            one.id(),
            "",
            one.event().name().wireName(),
            one.reason().wireName(),
            "",
            "",
            one.reason() == QuarantineReason.MISSING_SCOPE ? one.event().text(DISPUTE_ID) : "",
            1,
            2
          });
    }
    if (!rows.isEmpty()) {
      jdbc.batchUpdate(INSERT, rows);
    }
  }
}
