package comms.ingestion.clickhouse;

import static comms.ingestion.AnEvent.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import comms.catalog.EventName;
import comms.catalog.Property;
import comms.clickhouse.WithStore;
import comms.ingestion.AnEvent;
import comms.ingestion.Batch;
import comms.ingestion.Event;
import comms.ingestion.Journal.Intake;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two writers without a common lock, as two applications over one store are: both get every event,
 * in other orders, and write at the same time.
 */
@SpringBootTest
@WithStore(fresh = true)
class TwoNodesIT {

  private static final int THREADS = 20;
  private static final int BATCHES = 6;

  @Autowired private SettleScope settleScope;
  @Autowired private StageEvents stageEvents;
  @Autowired private Projections projections;
  @Autowired private HeldEvents heldEvents;
  @Autowired private InsertQuarantined insertQuarantined;
  @Autowired private SelectOutcomes selectOutcomes;
  @Autowired private InsertWrittenBatches insertWrittenBatches;
  @Autowired private ApplicationEventPublisher announcements;

  @Autowired
  @Qualifier("writer")
  private JdbcClient store;

  @Test
  void everyEventCountsOnceAndEveryStateIsThatOfAllEvents() {
    List<Event> first = events();
    List<Event> second = events();
    write(first, second);

    int sent = first.size() + second.size();
    Map<String, Long> outcomes = outcomes();
    assertThat(outcomes.get("accepted")).isEqualTo(first.size());
    assertThat(outcomes.get("duplicate")).isEqualTo(sent - first.size());
    assertThat(outcomes.getOrDefault("quarantined", 0L)).isZero();
    assertThat(count("events FINAL")).isEqualTo(first.size());
    assertThat(count("quarantine FINAL")).isZero();
    assertThat(count("threads FINAL WHERE messages = 2 AND contracted_at IS NOT NULL"))
        .isEqualTo(THREADS);
    assertThat(count("contracts FINAL WHERE started_at IS NOT NULL AND length(thread_ids) = 1"))
        .isEqualTo(THREADS);
    assertThat(count("disputes FINAL WHERE state = 'review' AND contract_id != ''"))
        .isEqualTo(THREADS);
    assertThat(count("response_times FINAL")).isEqualTo(THREADS);
  }

  /** The same things happen in both lists; the copies were accepted at other moments. */
  private static List<Event> events() {
    List<Event> events = new ArrayList<>();
    for (int n = 0; n < THREADS; n++) {
      String id = "two-nodes-" + n;
      events.add(
          of(EventName.CHAT_THREAD_CREATED, id, "10:00").of(Property.THREAD_TYPE, "order").build());
      events.add(message(id, "client", "a", "10:01").build());
      events.add(message(id, "freelancer", "b", "10:05").of(Property.FIRST_RESPONSE, true).build());
      events.add(of(EventName.CONTRACT_STARTED, id, "11:00").build());
      events.add(of(EventName.DISPUTE_OPENED, id, "12:00").of(Property.DISPUTE_ID, id).build());
      events.add(
          anEvent(EventName.DISPUTE_STATE_UPDATED)
              .of(Property.DISPUTE_ID, id)
              .of(Property.STATE, "review")
              .at("2026-01-05T13:00:00Z")
              .build());
    }
    return events;
  }

  private static AnEvent of(EventName name, String id, String time) {
    return anEvent(name)
        .of(Property.THREAD_ID, id)
        .of(Property.CONTRACT_ID, id)
        .at("2026-01-05T" + time + ":00Z");
  }

  private static AnEvent message(String id, String sender, String suffix, String time) {
    return of(EventName.CHAT_MESSAGE_SENT, id, time)
        .of(Property.MESSAGE_ID, id + suffix)
        .of(Property.SENDER_ROLE, sender);
  }

  private void write(List<Event> first, List<Event> second) {
    try (ExecutorService nodes = Executors.newFixedThreadPool(2)) {
      CompletableFuture<Void> one = CompletableFuture.runAsync(() -> write(first, 1), nodes);
      CompletableFuture<Void> other = CompletableFuture.runAsync(() -> write(second, 2), nodes);
      CompletableFuture.allOf(one, other).join();
    }
  }

  private void write(List<Event> events, long seed) {
    WriteBatch node =
        new WriteBatch(
            settleScope,
            stageEvents,
            projections,
            heldEvents,
            insertQuarantined,
            selectOutcomes,
            insertWrittenBatches,
            new StoreLock(),
            announcements);
    List<Event> shuffled = new ArrayList<>(events);
    Collections.shuffle(shuffled, new Random(seed));
    int size = Math.ceilDiv(shuffled.size(), BATCHES);
    for (int from = 0; from < shuffled.size(); from += size) {
      List<Event> some = shuffled.subList(from, Math.min(shuffled.size(), from + size));
      node.write(
          new Batch(
              UUID.randomUUID().toString(),
              Instant.now(),
              some.size(),
              List.of(new Intake("r", some, List.of(), Map.of()))));
    }
  }

  private Map<String, Long> outcomes() {
    Map<String, Long> outcomes = new HashMap<>();
    store
        .sql(
            """
            SELECT c.outcome AS outcome, sum(c.n) AS n
            FROM written_batches FINAL ARRAY JOIN counts AS c
            GROUP BY outcome
            """)
        .query(
            row -> {
              outcomes.put(row.getString("outcome"), row.getLong("n"));
            });
    return outcomes;
  }

  private long count(String from) {
    return store.sql("SELECT count() FROM " + from).query(Long.class).single();
  }
}
