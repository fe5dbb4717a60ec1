package comms.ingestion.journal;

import static comms.ingestion.AnEvent.anEvent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import comms.catalog.EventName;
import comms.catalog.Property;
import comms.ingestion.Backlog;
import comms.ingestion.Backlogs;
import comms.ingestion.Batch;
import comms.ingestion.Event;
import comms.ingestion.EventFormats;
import comms.ingestion.EventStore;
import comms.ingestion.Journal.Intake;
import comms.ingestion.Journal.JournalUnavailable;
import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.Session;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

/** The journal with a real broker on a real disk; the store behind it is the test's. */
class JournalIT {

  private static final Logger log = LoggerFactory.getLogger(JournalIT.class);
  private static final Duration DEADLINE = Duration.ofSeconds(30);

  static {
    // Its audit prints every message.
    ((ch.qos.logback.classic.Logger) LoggerFactory.getLogger("org.apache.activemq"))
        .setLevel(ch.qos.logback.classic.Level.OFF);
  }

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir Path data;

  private final Store store = new Store();
  private final List<AutoCloseable> open = new ArrayList<>();

  /** A store that can be away, and notes what it is given. */
  private static final class Store implements EventStore {

    private final List<Batch> attempts = new CopyOnWriteArrayList<>();
    private final List<Batch> batches = new CopyOnWriteArrayList<>();
    private final AtomicBoolean away = new AtomicBoolean();

    @Override
    public void write(Batch batch) {
      attempts.add(batch);
      if (away.get()) {
        throw new TransientDataAccessResourceException("away");
      }
      batches.add(batch);
    }

    List<String> events() {
      return batches.stream()
          .flatMap(batch -> batch.accepted().stream().map(Event::eventId))
          .toList();
    }
  }

  /** One run of the application's journal. */
  private final class Run implements AutoCloseable {

    private final IntakeFormat format = new IntakeFormat(JSON, EventFormats.with(JSON));
    private final Backlog backlog = Backlogs.empty();
    private final Broker broker;
    private final ArtemisJournal journal;
    private final EventWriter writer;
    private final BrokerWatch watch;

    Run(JournalSettings settings) {
      broker = new Broker(settings, data);
      journal = new ArtemisJournal(broker, format, backlog, settings);
      writer = new EventWriter(broker, format, store, backlog, settings, Clock.systemUTC());
      watch = new BrokerWatch(broker, backlog, settings);
      open.add(this);
      writer.start();
      watch.start();
    }

    boolean append(String... ids) {
      List<Event> events =
          java.util.Arrays.stream(ids)
              .map(id -> anEvent(EventName.CONTRACT_STARTED).of(Property.CONTRACT_ID, id).build())
              .toList();
      journal.append(new Intake(UUID.randomUUID().toString(), events, List.of(), Map.of()));
      return true;
    }

    @Override
    public void close() {
      watch.stop();
      writer.stop();
      journal.close();
      broker.close();
      open.remove(this);
    }
  }

  private static JournalSettings settings() {
    return settings(DataSize.ofGigabytes(1), DataSize.ofMegabytes(32));
  }

  private static JournalSettings settings(DataSize maxSize, DataSize maxMemory) {
    return new JournalSettings(
        DataSize.ofMegabytes(1),
        maxSize,
        maxMemory,
        64,
        1_000,
        DataSize.ofMegabytes(4),
        Duration.ofMillis(500));
  }

  @AfterEach
  void close() throws Exception {
    store.away.set(false);
    for (AutoCloseable run : List.copyOf(open)) {
      run.close();
    }
  }

  @Test
  void whatIsAppendedIsStoredOnceInItsOrder() {
    Run run = new Run(settings());
    List<String> ids = IntStream.range(0, 50).mapToObj(n -> "c" + n).toList();
    ids.forEach(run::append);
    await().atMost(DEADLINE).until(() -> run.backlog.state().events() == 0);
    assertThat(store.events()).containsExactlyElementsOf(ids);
  }

  @Test
  void whatTheStoreDoesNotTakeIsWrittenAgainAsTheSameBatch() {
    store.away.set(true);
    Run run = new Run(settings());
    run.append("c1", "c2");
    await().atMost(DEADLINE).until(() -> store.attempts.size() > 2);
    assertThat(run.backlog.state().failing()).isTrue();
    assertThat(run.backlog.state().events()).isEqualTo(2);
    assertThat(run.backlog.state().lastFailure().orElseThrow().message()).contains("away");
    assertThat(run.backlog.state().age()).isPositive();

    store.away.set(false);
    await().atMost(DEADLINE).until(() -> run.backlog.state().events() == 0);
    assertThat(store.attempts).allMatch(batch -> batch.equals(store.batches.getFirst()));
    assertThat(run.backlog.state().failing()).isFalse();
  }

  @Test
  void theNextRunWritesTheBatchThatTheLastOneHadFrozen() {
    store.away.set(true);
    try (Run run = new Run(settings())) {
      run.append("c1");
      await().atMost(DEADLINE).until(() -> !store.attempts.isEmpty());
      run.append("c2");
    }
    store.away.set(false);

    Run next = new Run(settings());
    await().atMost(DEADLINE).until(() -> next.backlog.state().events() == 0);
    assertThat(store.events()).containsExactly("c1", "c2");
    assertThat(store.batches.getFirst()).isEqualTo(store.attempts.getFirst());
  }

  @Test
  void aFullJournalRefusesAndRecovers() {
    store.away.set(true);
    Run run = new Run(settings(DataSize.ofMegabytes(4), DataSize.ofMegabytes(1)));
    List<String> acknowledged = new ArrayList<>();
    assertThatThrownBy(
            () -> {
              for (int n = 0; n < 200; n++) {
                String[] ids = ids(n);
                run.append(ids);
                acknowledged.addAll(List.of(ids));
              }
            })
        .isInstanceOf(JournalUnavailable.class);
    assertThat(acknowledged).isNotEmpty();
    assertThat(run.broker.isActive()).isTrue();

    store.away.set(false);
    await().atMost(DEADLINE).until(() -> run.backlog.state().events() == 0);
    await().atMost(DEADLINE).ignoreExceptions().until(() -> run.append("after"));
    await().atMost(DEADLINE).until(() -> run.backlog.state().events() == 0);
    acknowledged.add("after");
    assertThat(store.events()).containsExactlyElementsOf(acknowledged);
  }

  @Test
  void aBrokerThatEndedItselfIsStartedAgainWithWhatItHeld() throws Exception {
    store.away.set(true);
    Run run = new Run(settings());
    run.append("c1");
    run.watch.stop();
    run.broker.close();
    assertThatThrownBy(() -> run.append("refused")).isInstanceOf(JournalUnavailable.class);
    run.watch.start();

    await().atMost(DEADLINE).until(run.broker::isActive);
    run.append("c2");
    store.away.set(false);
    await().atMost(DEADLINE).until(() -> store.events().size() == 2);
    assertThat(store.events()).containsExactly("c1", "c2");
  }

  @Test
  void aMessageThatCannotBeReadIsTriedAgainAfterPauses() throws Exception {
    Run run = new Run(settings());
    Logger writer = LoggerFactory.getLogger(EventWriter.class);
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.start();
    ((ch.qos.logback.classic.Logger) writer).addAppender(lines);
    try (Connection connection = run.broker.connections().createConnection();
        Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
      BytesMessage unreadable = session.createBytesMessage();
      unreadable.writeBytes(new byte[] {1, 2, 3});
      unreadable.setStringProperty(JournalReader.PART, "unreadable");
      unreadable.setIntProperty(JournalReader.EVENTS, 1);
      session.createProducer(session.createQueue(Broker.INTAKE)).send(unreadable);
      await().atMost(DEADLINE).until(() -> lines.list.size() >= 2);
      long since = System.nanoTime();
      int before = lines.list.size();
      Thread.sleep(1_000);
      double seconds = (System.nanoTime() - since) / 1e9;
      assertThat(lines.list.size() - before).isLessThan((int) (10 * seconds));
    } finally {
      ((ch.qos.logback.classic.Logger) writer).detachAppender(lines);
    }
    assertThat(run.backlog.state().failing()).isTrue();
    assertThat(store.attempts).isEmpty();
  }

  @Test
  void aSecondApplicationCannotOpenTheSameJournal() {
    Run run = new Run(settings());
    assertThat(run.broker.isActive()).isTrue();
    assertThatThrownBy(() -> new Broker(settings(), data))
        .isInstanceOf(JournalNotStarted.class)
        .hasMessageContaining("another application uses it");
  }

  /** A ratio within one run; the times themselves depend on the disk. */
  @Test
  void requestsAtTheSameTimeShareTheForceToDisk() throws Exception {
    Run run = new Run(settings());
    int requests = 300;
    run.append("warm");
    double alone = perSecond(run, 1, requests);
    double together = perSecond(run, 32, requests * 4);
    log.info("Requests a second: {} one by one, {} by 32 at once", alone, together);
    assertThat(together).isGreaterThan(2 * alone);
  }

  private static double perSecond(Run run, int senders, int requests) throws Exception {
    long start = System.nanoTime();
    try (ExecutorService pool = Executors.newFixedThreadPool(senders)) {
      List<Future<?>> sent = new ArrayList<>();
      for (int n = 0; n < requests; n++) {
        String id = senders + "/" + n;
        sent.add(pool.submit(() -> run.append(id)));
      }
      for (Future<?> one : sent) {
        one.get();
      }
    }
    return requests / ((System.nanoTime() - start) / 1e9);
  }

  private static String[] ids(int request) {
    return IntStream.range(0, 200).mapToObj(n -> "c" + request + "-" + n).toArray(String[]::new);
  }
}
