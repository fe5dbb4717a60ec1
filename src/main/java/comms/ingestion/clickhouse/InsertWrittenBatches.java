package comms.ingestion.clickhouse;

import comms.ingestion.Batch;
import comms.ingestion.Replayed;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Notes what became of batches, under ids that make a repeated note replace the one before. */
@Component
class InsertWrittenBatches {

  private static final String INSERT =
      """
      INSERT INTO written_batches
          (frozen_at, batch, node, written_at, oldest_at, events, backlog, counts)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final JdbcTemplate jdbc;
  private final MeterRegistry meters;
  private final Clock clock;
  private final String node;

  InsertWrittenBatches(
      @Qualifier("writer") JdbcTemplate jdbc,
      MeterRegistry meters,
      Clock clock,
      @Value("${comms.node}") String node) {
    this.jdbc = jdbc;
    this.meters = meters;
    this.clock = clock;
    this.node = node;
  }

  /** A row for the batch, and one for each change to something counted before. */
  void insert(Batch batch, Fates fates) {
    List<@Nullable Object[]> rows = rows(fates.corrections());
    rows.add(
        row(
            batch.frozenAt(),
            batch.id(),
            batch.oldest(),
            batch.size(),
            batch.backlog(),
            fates.tally()));
    jdbc.batchUpdate(INSERT, rows);
  }

  void insert(List<Correction> corrections) {
    if (!corrections.isEmpty()) {
      jdbc.batchUpdate(INSERT, rows(corrections));
    }
  }

  /** Counts in the application's own metrics, once the batch is done. */
  void meter(Fates fates) {
    fates.tally().forEach(this::meter);
    fates.corrections().forEach(one -> one.tally().forEach(this::meter));
  }

  /**
   * A change to what was counted before.
   *
   * @param at when what it is about was received
   * @param id what it is about
   */
  record Correction(Instant at, String id, Tally tally) {

    static Correction left(Replayed origin, Tally tally) {
      return new Correction(origin.receivedAt(), "left:" + origin.id(), tally);
    }

    static Correction lost(SelectOutcomes.Lost lost) {
      Tally tally =
          new Tally()
              .event(Tally.Outcome.ACCEPTED, lost.event(), -1)
              .event(Tally.Outcome.DUPLICATE, lost.event(), 1);
      if (lost.conflict()) {
        tally.event(Tally.Outcome.CONFLICT, lost.event(), 1);
      }
      return new Correction(lost.receivedAt(), "lost:" + lost.id(), tally);
    }
  }

  private List<@Nullable Object[]> rows(List<Correction> corrections) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (Correction one : corrections) {
      rows.add(row(one.at(), one.id(), null, 0, 0, one.tally()));
    }
    return rows;
  }

  private @Nullable Object[] row(
      Instant at, String id, @Nullable Instant oldest, int events, long backlog, Tally tally) {
    List<String> counts = new ArrayList<>();
    tally.forEach(
        (outcome, name, n) -> counts.add("('%s', '%s', %d)".formatted(outcome, escape(name), n)));
    return new @Nullable Object[] {
      StageEvents.time(at),
      id,
      node,
      StageEvents.time(clock.instant()),
      oldest == null ? null : StageEvents.time(oldest),
      events,
      backlog,
      "[" + String.join(", ", counts) + "]"
    };
  }

  /** Names of properties come from strangers, though with a narrow alphabet. */
  private static String escape(String name) {
    return name.replace("\\", "\\\\").replace("'", "\\'");
  }

  /** Counters only grow: what is taken back is counted as corrected. */
  private void meter(String outcome, String name, long n) {
    if (!outcome.equals(Tally.Outcome.STRIPPED.wireName()) && n != 0) {
      meters
          .counter(
              "comms.events.stored",
              "outcome",
              n > 0 ? outcome : outcome + "_corrected",
              "event",
              name)
          .increment(Math.abs(n));
    }
  }
}
