package comms.ingestion.journal;

import jakarta.jms.ConnectionFactory;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.paging.PagingStore;
import org.apache.activemq.artemis.core.remoting.impl.invm.InVMAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.impl.invm.TransportConstants;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.core.settings.impl.DiskFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.PageFullMessagePolicy;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The embedded Artemis with its two durable queues: what the doors have acknowledged, and which of
 * it is being written now. A commit returns after its records were forced to disk; commits at the
 * same time share one force. It is reached from this process only.
 */
@Component
class Broker implements AutoCloseable {

  /** What was acknowledged and is not stored yet. */
  static final String INTAKE = "intake";

  /** The list of what belongs to the batch that is being written; at most one. */
  static final String FROZEN = "frozen";

  static {
    // On JDK 25 Netty does without Unsafe, and then cannot free a buffer that it has not allocated,
    // which Artemis asks of it whenever it opens a journal that is there. Set before Netty is
    // loaded.
    System.setProperty("io.netty.noUnsafe", "false");
  }

  private static final AtomicInteger IDS = new AtomicInteger();
  private static final int PAGE = 4 * 1024 * 1024;
  private static final int CALL_TIMEOUT_MS = 10_000;
  private static final int PREFETCH = 1024 * 1024;

  private final EmbeddedActiveMQ server = new EmbeddedActiveMQ();
  private final Path directory;
  private final ConnectionFactory connections;

  /**
   * Starts the broker.
   *
   * @throws JournalNotStarted when its directory cannot be used
   */
  Broker(JournalSettings settings, @Value("${comms.data-dir}") Path dataDirectory) {
    int id = IDS.incrementAndGet();
    directory = dataDirectory.resolve("journal").toAbsolutePath().normalize();
    server.setSecurityManager(new ActiveMQJAASSecurityManager());
    server.setConfiguration(configuration(settings, directory, id));
    connections = connections(id);
    start();
  }

  /** Connections to the broker; after a restart new ones are needed. */
  ConnectionFactory connections() {
    return connections;
  }

  /** Whether it takes messages. It ends itself when its disk fails. */
  boolean isActive() {
    return server.getActiveMQServer() != null && server.getActiveMQServer().isActive();
  }

  /**
   * Whether it would take a message now: it runs, and neither its disk nor its share of it is full.
   */
  boolean hasRoom() {
    return isActive()
        && !server.getActiveMQServer().getPagingManager().isDiskFull()
        && !isPageFull();
  }

  private boolean isPageFull() {
    try {
      PagingStore intake =
          server.getActiveMQServer().getPagingManager().getPageStore(SimpleString.of(INTAKE));
      return intake != null && intake.isPageFull();
    } catch (Exception e) {
      throw new IllegalStateException("The journal does not tell how full it is", e);
    }
  }

  /** Starts it again after it has ended itself; what was committed is there again. */
  void restart() {
    close();
    start();
  }

  /** How many messages are in the journal, those that are being written among them. */
  long messages() {
    Queue queue = isActive() ? server.getActiveMQServer().locateQueue(INTAKE) : null;
    return queue == null ? 0 : queue.getMessageCount();
  }

  private void start() {
    try {
      server.start();
      if (!server.getActiveMQServer().waitForActivation(CALL_TIMEOUT_MS, TimeUnit.MILLISECONDS)) {
        server.stop();
        throw new JournalNotStarted(
            "The journal in "
                + directory
                + " cannot be opened: another application uses it, or its disk cannot be written.",
            null);
      }
    } catch (JournalNotStarted e) {
      throw e;
    } catch (Exception e) {
      throw new JournalNotStarted("The journal in " + directory + " cannot be opened: " + e, e);
    }
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("The journal could not be closed in order", e);
    }
  }

  private static ConnectionFactory connections(int id) {
    ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory("vm://" + id);
    factory.setCallTimeout(CALL_TIMEOUT_MS);
    factory.setConsumerWindowSize(PREFETCH);
    factory.setReconnectAttempts(0);
    return factory;
  }

  private static Configuration configuration(JournalSettings settings, Path directory, int id) {
    ConfigurationImpl configuration = new ConfigurationImpl();
    configuration.setName("journal-" + id);
    configuration.setSecurityEnabled(false);
    configuration.setJMXManagementEnabled(false);
    configuration.setPersistenceEnabled(true);
    configuration.setJournalType(JournalType.NIO);
    configuration.setJournalDatasync(true);
    configuration.setJournalSyncTransactional(true);
    configuration.setJournalSyncNonTransactional(true);
    configuration.setJournalDirectory(directory.resolve("log").toString());
    configuration.setBindingsDirectory(directory.resolve("bindings").toString());
    configuration.setPagingDirectory(directory.resolve("pages").toString());
    configuration.setLargeMessagesDirectory(directory.resolve("large").toString());
    configuration.setJournalLockAcquisitionTimeout(CALL_TIMEOUT_MS);
    configuration.setMinDiskFree(settings.minDiskFree().toBytes());
    configuration.setDiskScanPeriod(500);
    configuration.addAcceptorConfiguration(
        new TransportConfiguration(
            InVMAcceptorFactory.class.getName(),
            Map.of(TransportConstants.SERVER_ID_PROP_NAME, id)));
    configuration.addAddressSetting("#", queues(settings));
    for (String queue : new String[] {INTAKE, FROZEN}) {
      configuration.addQueueConfiguration(
          QueueConfiguration.of(queue).setRoutingType(RoutingType.ANYCAST).setDurable(true));
    }
    return configuration;
  }

  /**
   * Beyond the memory limit messages are on disk only; where there is no room left, a send fails
   * instead of waiting or of dropping anything. Messages are delivered again without end.
   */
  private static AddressSettings queues(JournalSettings settings) {
    AddressSettings queues = new AddressSettings();
    queues.setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE);
    queues.setMaxSizeBytes(settings.maxMemory().toBytes());
    queues.setPageSizeBytes(PAGE);
    // A batch is taken whole before any of it is acknowledged, so it has to fit into what is read.
    queues.setMaxReadPageBytes((int) (2 * settings.batchSize().toBytes() + 2 * PAGE));
    queues.setMaxReadPageMessages(-1);
    queues.setPageLimitBytes(settings.maxSize().toBytes());
    queues.setPageFullMessagePolicy(PageFullMessagePolicy.FAIL);
    queues.setDiskFullMessagePolicy(DiskFullMessagePolicy.FAIL);
    queues.setMaxDeliveryAttempts(-1);
    queues.setRedeliveryDelay(0);
    queues.setAutoDeleteQueues(false);
    queues.setAutoDeleteAddresses(false);
    return queues;
  }
}
