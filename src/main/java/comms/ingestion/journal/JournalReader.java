package comms.ingestion.journal;

import comms.ingestion.Batch;
import comms.ingestion.Journal.Intake;
import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Queue;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes batches out of the journal, one after the other. A batch is frozen before it is handed out:
 * its id and the list of its messages are committed to the journal. Whoever reads next after a
 * crash gets the same batch again. Its messages leave the journal only with {@link #done}.
 */
final class JournalReader implements AutoCloseable {

  /** The message property with the message's own id. */
  static final String PART = "part";

  /** The message property with the number of its events. */
  static final String EVENTS = "events";

  private static final Logger log = LoggerFactory.getLogger(JournalReader.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int FIRST_BATCH = 250;

  private final IntakeFormat format;
  private final JournalSettings settings;
  private final Clock clock;
  private final LongSupplier backlog;
  private final Connection connection;
  private final Session reading;
  private final Session freezing;
  private final MessageConsumer intake;
  private final MessageConsumer frozen;

  /**
   * How many events the next batch may have: few at first, twice as many after each that was
   * stored. A run that is killed again and again so freezes no batch that its like could never
   * finish.
   */
  private int limit = FIRST_BATCH;

  JournalReader(
      Broker broker,
      IntakeFormat format,
      JournalSettings settings,
      Clock clock,
      LongSupplier backlog)
      throws JMSException {
    this.format = format;
    this.settings = settings;
    this.clock = clock;
    this.backlog = backlog;
    connection = broker.connections().createConnection();
    reading = connection.createSession(true, Session.SESSION_TRANSACTED);
    freezing = connection.createSession(true, Session.SESSION_TRANSACTED);
    intake = reading.createConsumer(reading.createQueue(Broker.INTAKE));
    frozen = reading.createConsumer(reading.createQueue(Broker.FROZEN));
    connection.start();
  }

  /** How many events an earlier run has left in the journal. */
  static long eventsLeft(Broker broker) throws JMSException {
    long left = broker.messages();
    long events = 0;
    try (Connection connection = broker.connections().createConnection();
        Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
      connection.start();
      Queue queue = session.createQueue(Broker.INTAKE);
      try (QueueBrowser browser = session.createBrowser(queue)) {
        var messages = browser.getEnumeration();
        for (long seen = 0; seen < left && messages.hasMoreElements(); seen++) {
          events += ((Message) messages.nextElement()).getIntProperty(EVENTS);
        }
      }
    }
    return events;
  }

  /** The batch that was frozen and not finished, else the next one, else nothing after a while. */
  Optional<Batch> next(Duration wait) throws JMSException {
    Message left = frozen.receiveNoWait();
    if (left != null) {
      Optional<Batch> again = again((TextMessage) left);
      if (again.isPresent()) {
        return again;
      }
    }
    List<Message> messages = take(wait);
    return messages.isEmpty() ? Optional.empty() : Optional.of(freeze(messages));
  }

  /** Lets the messages of the batch go; it is stored. */
  void done() throws JMSException {
    reading.commit();
    limit = Math.min(2 * limit, settings.batchEvents());
  }

  @Override
  public void close() throws JMSException {
    connection.close();
  }

  private List<Message> take(Duration wait) throws JMSException {
    List<Message> messages = new ArrayList<>();
    long size = 0;
    int events = 0;
    Message next = intake.receive(wait.toMillis());
    while (next != null) {
      messages.add(next);
      size += ((BytesMessage) next).getBodyLength();
      events += next.getIntProperty(EVENTS);
      if (events >= limit || size >= settings.batchSize().toBytes()) {
        break;
      }
      next = intake.receiveNoWait();
    }
    return messages;
  }

  private Batch freeze(List<Message> messages) throws JMSException {
    Frozen list =
        new Frozen(
            UUID.randomUUID().toString(),
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            backlog.getAsLong(),
            parts(messages));
    try (var producer = freezing.createProducer(freezing.createQueue(Broker.FROZEN))) {
      producer.send(freezing.createTextMessage(list.write()));
      freezing.commit();
    }
    if (frozen.receive(PATIENCE.toMillis()) == null) {
      throw new JMSException("the list of a frozen batch did not come back");
    }
    return batch(list, messages);
  }

  /** The messages on the list are the first of the queue, since nobody else takes from it. */
  private Optional<Batch> again(TextMessage left) throws JMSException {
    Frozen list = Frozen.read(left.getText());
    Set<String> missing = new HashSet<>(list.parts());
    List<Message> messages = new ArrayList<>();
    while (!missing.isEmpty()) {
      Message next = intake.receive(PATIENCE.toMillis());
      if (next == null || !missing.remove(next.getStringProperty(PART))) {
        log.warn("The batch {} is not in the journal as it was frozen; it is made anew", list.id());
        forget(messages.size());
        return Optional.empty();
      }
      messages.add(next);
    }
    return Optional.of(batch(list, messages));
  }

  /** Takes the list away and puts the messages back. */
  private void forget(int taken) throws JMSException {
    reading.rollback();
    if (frozen.receive(PATIENCE.toMillis()) == null) {
      throw new JMSException("the list of a frozen batch is gone, " + taken + " messages back");
    }
    reading.commit();
  }

  private Batch batch(Frozen list, List<Message> messages) throws JMSException {
    List<Intake> intakes = new ArrayList<>(messages.size());
    for (Message message : messages) {
      BytesMessage bytes = (BytesMessage) message;
      byte[] content = new byte[(int) bytes.getBodyLength()];
      bytes.readBytes(content);
      intakes.add(format.read(content));
    }
    return new Batch(list.id(), list.at(), list.backlog(), Collections.unmodifiableList(intakes));
  }

  private static List<String> parts(List<Message> messages) throws JMSException {
    List<String> parts = new ArrayList<>(messages.size());
    for (Message message : messages) {
      parts.add(message.getStringProperty(PART));
    }
    return parts;
  }
}
