package comms.connections;

import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.coyote.Adapter;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * HTTP as Tomcat speaks it, which also tells what its connections are busy with. Tomcat makes it by
 * its name, hence it is public.
 */
public final class WatchedProtocol extends Http11NioProtocol {

  private final Map<SocketWrapperBase<?>, Visit> visits = new ConcurrentHashMap<>();

  Collection<SocketWrapperBase<NioChannel>> connections() {
    return getEndpoint().getConnections();
  }

  /** What is served on a connection right now; null between requests and before one is there. */
  @Nullable Visit visit(SocketWrapperBase<?> connection) {
    return visits.get(connection);
  }

  @Override
  protected Processor createProcessor() {
    return new WatchedProcessor(getAdapter());
  }

  private final class WatchedProcessor extends Http11Processor {

    WatchedProcessor(Adapter adapter) {
      super(WatchedProtocol.this, adapter);
    }

    @Override
    public SocketState service(SocketWrapperBase<?> connection) throws IOException {
      visits.put(connection, new Visit(request));
      try {
        return super.service(connection);
      } finally {
        visits.remove(connection);
      }
    }
  }
}
