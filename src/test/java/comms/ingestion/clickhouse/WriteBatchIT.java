package comms.ingestion.clickhouse;

import static comms.catalog.EventName.CHAT_MESSAGE_SENT;
import static comms.catalog.EventName.CHAT_THREAD_CREATED;
import static comms.catalog.EventName.DISPUTE_OPENED;
import static comms.catalog.EventName.DISPUTE_STATE_UPDATED;
import static comms.catalog.Property.CONTRACT_ID;
import static comms.catalog.Property.DISPUTE_ID;
import static comms.catalog.Property.INITIATOR_ROLE;
import static comms.catalog.Property.MESSAGE_ID;
import static comms.catalog.Property.SENDER_ROLE;
import static comms.catalog.Property.STATE;
import static comms.catalog.Property.THREAD_ID;
import static comms.catalog.Property.THREAD_TYPE;
import static comms.ingestion.AnEvent.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import comms.clickhouse.WithStore;
import comms.ingestion.Batch;
import comms.ingestion.Event;
import comms.ingestion.Journal.Intake;
import comms.ingestion.QuarantinedEvent;
import comms.ingestion.Replayed;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a batch leaves in the store, however often and in whatever company it is written. */
@SpringBootTest
@WithStore
class WriteBatchIT {

  private final String id = UUID.randomUUID().toString();

  @Autowired private WriteBatch writeBatch;
  @Autowired private SettleScope settleScope;
  @Autowired private StageEvents stageEvents;
  @Autowired private HeldEvents heldEvents;

  @Autowired
  @Qualifier("writer")
  private JdbcClient store;

  @Test
  void aBatchThatWasCutOffAfterStagingIsCompletedByWritingItAgain() {
    Batch batch = batch(thread());
    stageEvents.stage(batch.id(), settleScope.settle(List.of(Incoming.of(thread()))).ready());
    assertThat(count("threads FINAL WHERE thread_id = :id")).isZero();

    writeBatch.write(batch);

    assertThat(count("threads FINAL WHERE thread_id = :id")).isOne();
    assertThat(count("event_copies FINAL WHERE kind = 'thread' AND id = :id")).isOne();
  }

  @Test
  void aBatchWrittenAgainIsCountedOnce() {
    Batch batch = batch(thread(), thread(), message("client"));
    writeBatch.write(batch);
    Map<String, Long> once = outcomes(batch.id());
    writeBatch.write(batch);

    assertThat(outcomes(batch.id())).isEqualTo(once);
    assertThat(once)
        .containsOnly(
            Map.entry("accepted chat_thread_created", 1L),
            Map.entry("duplicate chat_thread_created", 1L),
            Map.entry("accepted chat_message_sent", 1L));
    assertThat(count("events FINAL WHERE thread_id = :id")).isEqualTo(2);
  }

  @Test
  void copiesThatSaySomethingElseAreConflicts() {
    writeBatch.write(batch(message("client")));
    Batch again = batch(message("client"), message("freelancer"));
    writeBatch.write(again);

    assertThat(outcomes(again.id()))
        .containsOnly(
            Map.entry("duplicate chat_message_sent", 2L),
            Map.entry("conflict chat_message_sent", 1L));
    assertThat(count("threads FINAL WHERE thread_id = :id AND messages = 1")).isOne();
  }

  /** As when another node had accepted it earlier and its journal was stored late. */
  @Test
  void aCopyThatWasAcceptedEarlierWinsThoughItIsStoredLater() {
    Event late = message("client").with(THREAD_ID, "late" + id);
    Event early = earlier(message("freelancer"), late);
    Batch first = batch(late);
    writeBatch.write(first);
    Batch second = batch(early);
    writeBatch.write(second);
    writeBatch.write(second);

    assertThat(count("events FINAL WHERE event_id = :id AND sender_role = 'freelancer'")).isOne();
    assertThat(count("event_copies FINAL WHERE kind = 'thread' AND id = :id")).isOne();
    assertThat(count("event_copies FINAL WHERE kind = 'thread' AND id = concat('late', :id)"))
        .isZero();
    assertThat(outcomes(first.id())).containsOnly(Map.entry("accepted chat_message_sent", 1L));
    assertThat(outcomes(second.id())).containsOnly(Map.entry("accepted chat_message_sent", 1L));
    assertThat(outcomes("lost:chat_message_sent:" + id + ":" + late.precedence()))
        .containsOnly(
            Map.entry("accepted chat_message_sent", -1L),
            Map.entry("duplicate chat_message_sent", 1L),
            Map.entry("conflict chat_message_sent", 1L));
  }

  @Test
  void anEventThatWaitedForItsContractLeavesQuarantineOnce() {
    Event update = stateUpdated(id);
    Batch waiting = batch(update);
    writeBatch.write(waiting);
    assertThat(count("quarantine FINAL WHERE dispute_id = :id")).isOne();

    Batch opening = batch(opened(id));
    writeBatch.write(opening);
    writeBatch.write(waiting);
    writeBatch.write(opening);

    assertThat(count("quarantine FINAL WHERE dispute_id = :id")).isZero();
    assertThat(count("disputes FINAL WHERE dispute_id = :id AND state = 'review'")).isOne();
    String quarantined = heldEvents.awaitingContract(update).id();
    assertThat(outcomes("left:" + quarantined))
        .containsOnly(
            Map.entry("accepted dispute_state_updated", 1L),
            Map.entry("quarantined dispute_state_updated", -1L));
    assertThat(outcomes(waiting.id()))
        .containsOnly(Map.entry("quarantined dispute_state_updated", 1L));
  }

  @Test
  void whatIsReplayedTwiceCountsOnce() {
    QuarantinedEvent held = heldEvents.refused(message("client"));
    writeBatch.write(batch(List.of(held), List.of()));
    Batch first = batch(List.of(), List.of(replayed(held, message("client"))));
    Batch second = batch(List.of(), List.of(replayed(held, message("client"))));
    writeBatch.write(first);
    writeBatch.write(second);
    writeBatch.write(first);

    assertThat(count("events FINAL WHERE event_id = :id")).isOne();
    assertThat(outcomes("left:" + held.id()))
        .containsOnly(
            Map.entry("accepted chat_message_sent", 1L),
            Map.entry("quarantined chat_message_sent", -1L));
    assertThat(outcomes(second.id())).isEmpty();
  }

  @Test
  void takesMoreDisputesAtOnceThanFitIntoAStatement() {
    String longId = id + "😀".repeat(70);
    Event[] updates =
        IntStream.range(0, 2_000).mapToObj(n -> stateUpdated(longId + n)).toArray(Event[]::new);
    Event[] openings =
        IntStream.range(0, 2_000).mapToObj(n -> opened(longId + n)).toArray(Event[]::new);
    writeBatch.write(batch(updates));
    writeBatch.write(batch(openings));
    assertThat(count("disputes FINAL WHERE contract_id = :id AND state = 'review'"))
        .isEqualTo(2_000);
  }

  private Event thread() {
    return anEvent(CHAT_THREAD_CREATED)
        .of(THREAD_ID, id)
        .of(THREAD_TYPE, "order")
        .of(CONTRACT_ID, id)
        .build();
  }

  private Event message(String sender) {
    return anEvent(CHAT_MESSAGE_SENT)
        .of(MESSAGE_ID, id)
        .of(THREAD_ID, id)
        .of(SENDER_ROLE, sender)
        .build();
  }

  private Event opened(String dispute) {
    return anEvent(DISPUTE_OPENED)
        .of(DISPUTE_ID, dispute)
        .of(CONTRACT_ID, id)
        .of(INITIATOR_ROLE, "client")
        .build();
  }

  private static Event stateUpdated(String dispute) {
    return anEvent(DISPUTE_STATE_UPDATED).of(DISPUTE_ID, dispute).of(STATE, "review").build();
  }

  /** The event as if it had been accepted before the other. */
  private static Event earlier(Event event, Event other) {
    return new Event(
        event.name(),
        event.eventId(),
        event.timestamp(),
        event.receivedAt(),
        event.distinctId(),
        event.source(),
        event.properties(),
        other.precedence() + 1_000);
  }

  private static Replayed replayed(QuarantinedEvent held, Event event) {
    return new Replayed(held.id(), held.receivedAt(), held.reason(), event);
  }

  private static Batch batch(List<QuarantinedEvent> quarantined, List<Replayed> replayed) {
    return new Batch(
        UUID.randomUUID().toString(),
        Instant.now(),
        1,
        List.of(new Intake("r", List.of(), quarantined, replayed, Map.of())));
  }

  private static Batch batch(Event... events) {
    return new Batch(
        UUID.randomUUID().toString(),
        Instant.now(),
        events.length,
        Arrays.stream(events)
            .map(
                event ->
                    new Intake(UUID.randomUUID().toString(), List.of(event), List.of(), Map.of()))
            .toList());
  }

  private Map<String, Long> outcomes(String batch) {
    return store
        .sql(
            """
            SELECT concat(c.1, ' ', c.2) AS what, c.3 AS n
            FROM written_batches FINAL ARRAY JOIN counts AS c
            WHERE batch = :batch
            """)
        .param("batch", batch)
        .query((row, _) -> Map.entry(row.getString("what"), row.getLong("n")))
        .list()
        .stream()
        .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private long count(String from) {
    return store.sql("SELECT count() FROM " + from).param("id", id).query(Long.class).single();
  }
}
