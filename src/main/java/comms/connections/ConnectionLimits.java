package comms.connections;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How slow and how many the clients of the HTTP server may be, whatever they ask for.
 *
 * @param most how many connections may be open; of more, those that have been silent longest are
 *     closed
 * @param waiting how many requests may wait for their clients at once, to send or to read on; of
 *     more, the oldest are cut off
 * @param head how long the line and the headers of a request may take
 * @param window for how long the server waits for a client before it looks at the rate
 * @param rate how many bytes a second a client has to send or read meanwhile
 */
@ConfigurationProperties("comms.connections")
record ConnectionLimits(
    @DefaultValue("4000") int most,
    @DefaultValue("1000") int waiting,
    @DefaultValue("10s") Duration head,
    @DefaultValue("10s") Duration window,
    @DefaultValue("1KB") DataSize rate) {

  /** What a client has to move in the time of a window. */
  long bytesInWindow() {
    return rate.toBytes() * window.toMillis() / 1000;
  }
}
