package comms.ingestion.journal;

import comms.ingestion.Backlog;
import comms.ingestion.Journal;
import comms.ingestion.journal.IntakeFormat.Part;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.util.List;
import java.util.UUID;
import org.springframework.jms.JmsException;
import org.springframework.jms.connection.CachingConnectionFactory;
import org.springframework.jms.core.JmsTemplate;
import org.springframework.stereotype.Component;

/** The journal as a durable queue: one transaction for each request. */
@Component
class ArtemisJournal implements Journal, AutoCloseable {

  private final IntakeFormat format;
  private final Backlog backlog;
  private final CachingConnectionFactory connections;
  private final JmsTemplate jms;

  ArtemisJournal(Broker broker, IntakeFormat format, Backlog backlog, JournalSettings settings) {
    this.format = format;
    this.backlog = backlog;
    connections = new CachingConnectionFactory(broker.connections());
    connections.setSessionCacheSize(settings.senders());
    this.jms = new JmsTemplate(connections);
    this.jms.setSessionTransacted(true);
  }

  @Override
  public void append(Intake intake) {
    if (intake.size() == 0 && intake.stripped().isEmpty()) {
      return;
    }
    List<Part> parts = format.write(intake);
    try {
      jms.execute(Broker.INTAKE, (session, producer) -> commit(parts, session, producer));
    } catch (JmsException e) {
      throw new JournalUnavailable("the journal does not take events", e.getCause());
    }
    backlog.grewBy(intake.size());
  }

  @Override
  public void close() {
    connections.destroy();
  }

  private static Void commit(List<Part> parts, Session session, MessageProducer producer)
      throws JMSException {
    for (Part part : parts) {
      BytesMessage message = session.createBytesMessage();
      message.writeBytes(part.content());
      message.setStringProperty(JournalReader.PART, UUID.randomUUID().toString());
      message.setIntProperty(JournalReader.EVENTS, part.events());
      producer.send(message);
    }
    session.commit();
    return null;
  }
}
