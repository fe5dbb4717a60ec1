package comms.ingestion.clickhouse;

import static comms.catalog.Property.CONTRACT_ID;
import static comms.catalog.Property.DISPUTE_ID;

import comms.ingestion.Event;
import comms.ingestion.EventFormat;
import comms.ingestion.QuarantineReason;
import comms.ingestion.QuarantinedEvent;
import comms.ingestion.Replayed;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The valid events in quarantine: those of disputes that wait for the contract of their dispute,
 * and those that the store refused. They keep the whole event, under an id that is made of it, so
 * that a write that is repeated holds them once.
 */
@Component
class HeldEvents {

  private final JdbcClient jdbc;
  private final EventFormat format;

  HeldEvents(@Qualifier("writer") JdbcClient jdbc, EventFormat format) {
    this.jdbc = jdbc;
    this.format = format;
  }

  /** A dispute's event whose contract is not known yet. */
  QuarantinedEvent awaitingContract(Event event) {
    return held(
        event, QuarantineReason.MISSING_SCOPE, CONTRACT_ID.wireName(), event.text(DISPUTE_ID));
  }

  /** An event that the store cannot take. */
  QuarantinedEvent refused(Event event) {
    return held(event, QuarantineReason.REFUSED_BY_STORE, "", "");
  }

  /**
   * Those that lie in quarantine still; the others were replayed before, by another request or by
   * an earlier write of the same batch.
   */
  List<Replayed> stillThere(List<Replayed> replayed) {
    if (replayed.isEmpty()) {
      return List.of();
    }
    LongSummaryStatistics times =
        replayed.stream().mapToLong(one -> one.receivedAt().toEpochMilli()).summaryStatistics();
    Set<String> there = new HashSet<>();
    for (List<String> some : Portions.of(replayed.stream().map(Replayed::id).toList())) {
      there.addAll(
          jdbc.sql(
                  """
                  SELECT id FROM quarantine FINAL
                  WHERE received_at BETWEEN fromUnixTimestamp64Milli(:first)
                                        AND fromUnixTimestamp64Milli(:last)
                    AND id IN (:ids)
                  """)
              .param("first", times.getMin())
              .param("last", times.getMax())
              .param("ids", some)
              .query(String.class)
              .list());
    }
    // Removed once it is taken, so that of two in the same batch only the first is.
    return replayed.stream().filter(one -> there.remove(one.id())).toList();
  }

  /** The events that wait for the contract of one of these disputes. */
  List<Replayed> awaiting(Collection<String> disputes) {
    return Portions.of(disputes).stream().flatMap(some -> awaitingSome(some).stream()).toList();
  }

  /** The ids of what has waited for the contract of one of these disputes, released or not. */
  Set<String> everAwaiting(Collection<String> disputes) {
    Set<String> ids = new HashSet<>();
    for (List<String> some : Portions.of(disputes)) {
      ids.addAll(
          jdbc.sql(
                  """
                  SELECT id FROM quarantine
                  WHERE dispute_id IN (:disputes) AND reason = 'missing_scope'
                  """)
              .param("disputes", some)
              .query(String.class)
              .list());
    }
    return ids;
  }

  private List<Replayed> awaitingSome(List<String> disputes) {
    return jdbc.sql(
            """
            SELECT id, content FROM quarantine FINAL
            WHERE dispute_id IN (:disputes) AND reason = 'missing_scope'
            """)
        .param("disputes", disputes)
        .query((row, _) -> replayed(row.getString(1), format.read(row.getString(2))))
        .list();
  }

  private static Replayed replayed(String id, Event event) {
    return new Replayed(id, event.receivedAt(), QuarantineReason.MISSING_SCOPE, event);
  }

  private QuarantinedEvent held(
      Event event, QuarantineReason reason, String property, String dispute) {
    String copy = reason.wireName() + ":" + event.idempotencyKey() + ":" + event.precedence();
    return new QuarantinedEvent(
        UUID.nameUUIDFromBytes(copy.getBytes(StandardCharsets.UTF_8)).toString(),
        "",
        event.receivedAt(),
        event.name().wireName(),
        reason,
        property,
        format.write(event),
        dispute);
  }
}
