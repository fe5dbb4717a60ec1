package comms.connections;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.coyote.Processor;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint.NioSocketWrapper;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks at all connections of the server four times a second and cuts off clients that send or read
 * too slowly, and the oldest of those that the server waits for when there are too many. A request
 * that arrives at once is never among them, so slow clients, however many, shut nobody out.
 *
 * <p>A connection is cut by ending its stream, which the thread that waits for it sees as the
 * client's own doing: it answers if it can, and frees what it holds.
 */
@Component
class ConnectionWatch
    implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(ConnectionWatch.class);
  private static final Duration LOOK = Duration.ofMillis(250);

  private final ConnectionLimits limits;
  private final MeterRegistry meters;
  private volatile @Nullable WatchedProtocol protocol;
  private @Nullable Thread thread;

  ConnectionWatch(ConnectionLimits limits, MeterRegistry meters) {
    this.limits = limits;
    this.meters = meters;
  }

  /** Why a connection is cut. */
  private enum Reason {
    SLOW_HEAD,
    SLOW,
    TOO_MANY_WAITING,
    TOO_MANY
  }

  /** A connection where nothing but its client could get on, and since when. */
  private record Waiting(NioSocketWrapper connection, long since) {}

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    factory.setProtocol(WatchedProtocol.class.getName());
    factory.addConnectorCustomizers(
        connector -> {
          if (connector.getProtocolHandler() instanceof WatchedProtocol watched) {
            protocol = watched;
          }
        });
  }

  @Override
  public void start() {
    thread = Thread.ofPlatform().daemon().name("connection-watch").start(this::watch);
  }

  @Override
  public void stop() {
    Thread watch = thread;
    if (watch != null) {
      watch.interrupt();
      thread = null;
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  private void watch() {
    long last = System.nanoTime();
    try {
      while (!Thread.currentThread().isInterrupted()) {
        Thread.sleep(LOOK);
        long now = System.nanoTime();
        look(now, Duration.ofNanos(now - last).toMillis());
        last = now;
      }
    } catch (InterruptedException e) {
      // The application stops.
      Thread.currentThread().interrupt();
    }
  }

  private void look(long now, long millis) {
    WatchedProtocol watched = protocol;
    if (watched == null) {
      return;
    }
    try {
      look(watched, now, millis);
    } catch (RuntimeException e) {
      log.error("The connections could not be looked at", e);
    }
  }

  private void look(WatchedProtocol watched, long now, long millis) {
    List<Waiting> waiting = new ArrayList<>();
    List<Waiting> silent = new ArrayList<>();
    int open = 0;
    for (SocketWrapperBase<NioChannel> each : watched.connections()) {
      NioSocketWrapper connection = (NioSocketWrapper) each;
      open++;
      Visit visit = watched.visit(connection);
      if (visit != null) {
        served(connection, visit, millis, waiting);
      } else if (connection.getCurrentProcessor() instanceof Processor processor) {
        begun(connection, processor, now, waiting);
      } else {
        silent.add(new Waiting(connection, connection.getLastRead()));
      }
    }
    cutOldest(waiting, waiting.size() - limits.waiting(), Reason.TOO_MANY_WAITING);
    cutOldest(silent, open - limits.most(), Reason.TOO_MANY);
  }

  private void cutOldest(List<Waiting> some, int count, Reason reason) {
    if (count > 0) {
      some.stream()
          .sorted(Comparator.comparingLong(Waiting::since))
          .limit(count)
          .forEach(oldest -> cut(oldest.connection(), reason));
    }
  }

  private void served(
      NioSocketWrapper connection, Visit visit, long millis, List<Waiting> waiting) {
    boolean reads = connection.interestOpsHas(SelectionKey.OP_READ);
    boolean writes = connection.interestOpsHas(SelectionKey.OP_WRITE);
    if (visit.isTooSlow(reads, writes, millis, limits)) {
      cut(connection, Reason.SLOW);
    } else if (reads || writes) {
      waiting.add(new Waiting(connection, visit.since()));
    }
  }

  /** A request whose head is not whole; what was upgraded or goes on later is none. */
  private void begun(
      NioSocketWrapper connection, Processor processor, long now, List<Waiting> waiting) {
    if (processor.isUpgrade() || processor.isAsync() || processor.getRequest() == null) {
      return;
    }
    long since = processor.getRequest().getStartTimeNanos();
    if (since > 0 && now - since > limits.head().toNanos()) {
      cut(connection, Reason.SLOW_HEAD);
    } else {
      waiting.add(new Waiting(connection, since));
    }
  }

  private void cut(NioSocketWrapper connection, Reason reason) {
    try {
      SocketChannel channel = connection.getSocket().getIOChannel();
      channel.shutdownInput();
      if (connection.interestOpsHas(SelectionKey.OP_WRITE)) {
        channel.shutdownOutput();
      }
      meters
          .counter("comms.connections.cut", "reason", reason.name().toLowerCase(Locale.ROOT))
          .increment();
    } catch (IOException | RuntimeException e) {
      // It has ended by itself.
      log.trace("A connection was gone before it was cut", e);
    }
  }
}
