package comms.ingestion.clickhouse;

import static comms.catalog.EventName.CHAT_THREAD_CREATED;
import static comms.catalog.EventName.DISPUTE_OPENED;
import static comms.catalog.EventName.DISPUTE_STATE_UPDATED;
import static comms.catalog.Property.CONTRACT_ID;
import static comms.catalog.Property.DISPUTE_ID;
import static comms.catalog.Property.STATE;
import static comms.catalog.Property.THREAD_ID;
import static comms.catalog.Property.THREAD_TYPE;
import static comms.ingestion.AnEvent.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import comms.clickhouse.WithStore;
import comms.ingestion.Event;
import comms.ingestion.Journal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of writes that were cut off: here they end after their events were staged. */
@SpringBootTest
@WithStore
class FinishBatchesIT {

  private final String id = UUID.randomUUID().toString();

  @Autowired private Journal journal;
  @Autowired private ClickHouseJournal writer;
  @Autowired private SettleScope settleScope;
  @Autowired private StageEvents stageEvents;
  @Autowired private StagedBatches stagedBatches;
  @Autowired private WriteBatch writeBatch;

  @Autowired
  @Qualifier("writer")
  private JdbcClient store;

  /** The writer looks once after the start; a second write comes only after that. */
  @BeforeEach
  void letTheWriterHaveLooked() {
    send(anEvent(CHAT_THREAD_CREATED).of(THREAD_ID, "a" + id).of(THREAD_TYPE, "order").build());
    send(anEvent(CHAT_THREAD_CREATED).of(THREAD_ID, "b" + id).of(THREAD_TYPE, "order").build());
  }

  @Test
  void figuresCatchUpThoughNobodySendsAgain() {
    cutOff(thread());
    assertThat(count("threads FINAL WHERE thread_id = :id")).isZero();

    finishEverything();

    assertThat(count("threads FINAL WHERE thread_id = :id")).isOne();
    assertThat(stagedBatches.unfinished()).isEmpty();
  }

  @Test
  void sendingAgainAfterwardsCountsNothingTwice() {
    cutOff(thread());
    finishEverything();
    send(thread());
    assertThat(count("events FINAL WHERE event_id = :id")).isOne();
    assertThat(count("event_copies FINAL WHERE kind = 'thread' AND id = :id")).isOne();
  }

  @Test
  void aWriteThatSucceedsLeavesNothingToFinish() {
    send(thread());
    assertThat(
            count(
                "event_batches WHERE event_id = :id"
                    + " AND batch NOT IN (SELECT batch FROM finished_batches)"))
        .isZero();
  }

  @Test
  void whatTheCutOffWriteTookOutOfQuarantineLeavesIt() {
    send(anEvent(DISPUTE_STATE_UPDATED).of(DISPUTE_ID, id).of(STATE, "review").build());
    assertThat(count("quarantine FINAL WHERE dispute_id = :id")).isOne();

    cutOff(anEvent(DISPUTE_OPENED).of(DISPUTE_ID, id).of(CONTRACT_ID, id).build());
    finishEverything();

    assertThat(count("quarantine FINAL WHERE dispute_id = :id")).isZero();
    assertThat(count("disputes FINAL WHERE dispute_id = :id AND state = 'review'")).isOne();
  }

  @Test
  void takesMoreDisputesAtOnceThanFitIntoAStatement() {
    String longId = id + "😀".repeat(70);
    List<Event> updates =
        IntStream.range(0, 2_000)
            .mapToObj(
                n ->
                    anEvent(DISPUTE_STATE_UPDATED)
                        .of(DISPUTE_ID, longId + n)
                        .of(STATE, "review")
                        .build())
            .toList();
    List<Event> openings =
        IntStream.range(0, 2_000)
            .mapToObj(
                n -> anEvent(DISPUTE_OPENED).of(DISPUTE_ID, longId + n).of(CONTRACT_ID, id).build())
            .toList();
    send(updates.toArray(Event[]::new));
    send(openings.toArray(Event[]::new));
    assertThat(count("disputes FINAL WHERE contract_id = :id AND state = 'review'"))
        .isEqualTo(2_000);
  }

  @Test
  void theWriterOutlivesTheDoors() {
    assertThat(writer.getPhase())
        .isLessThan(WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE);
  }

  private Event thread() {
    return anEvent(CHAT_THREAD_CREATED)
        .of(THREAD_ID, id)
        .of(THREAD_TYPE, "order")
        .of(CONTRACT_ID, id)
        .build();
  }

  private void send(Event... events) {
    journal.append(
        new Journal.Intake(UUID.randomUUID().toString(), List.of(events), List.of(), Map.of()));
  }

  private void cutOff(Event event) {
    stageEvents.stage(UUID.randomUUID().toString(), settleScope.settle(List.of(event)).events());
  }

  /** As after a start, by an instance that has not looked yet. */
  private void finishEverything() {
    FinishBatches finishBatches = new FinishBatches(stagedBatches, writeBatch, Clock.systemUTC());
    finishBatches.finishOne();
    for (int left = stagedBatches.unfinished().size(); left > 0; left--) {
      finishBatches.finishOne();
    }
  }

  private long count(String from) {
    return store.sql("SELECT count() FROM " + from).param("id", id).query(Long.class).single();
  }
}
