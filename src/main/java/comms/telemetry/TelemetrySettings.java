package comms.telemetry;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Which Prometheus servers are imported, and how.
 *
 * @param servers those with an address; their names must differ
 * @param latencyMetric what the histogram of the delivery latency is called there
 * @param reconnectsMetric what the summary or histogram of the reconnection attempts is called
 *     there
 * @param interval how often a server is asked
 * @param settle how long a minute has to be over before it is imported; longer than a scrape takes
 * @param backfill how far back the first import of a server goes
 * @param step how much time one request covers at most
 * @param timeout how long a request may take, its answer included
 * @param maxAnswer how long an answer may be
 * @param longestPause the longest pause before a server is asked again that has failed
 */
@ConfigurationProperties("comms.telemetry")
record TelemetrySettings(
    @DefaultValue List<Server> servers,
    @DefaultValue("chat_ws_delivery_latency_ms") String latencyMetric,
    @DefaultValue("ws_reconnect_attempts") String reconnectsMetric,
    @DefaultValue("30s") Duration interval,
    @DefaultValue("30s") Duration settle,
    @DefaultValue("15d") Duration backfill,
    @DefaultValue("1h") Duration step,
    @DefaultValue("20s") Duration timeout,
    @DefaultValue("32MB") DataSize maxAnswer,
    @DefaultValue("2m") Duration longestPause) {

  /**
   * A server.
   *
   * @param name by which it is known here and in the store; without one the host and port
   * @param url where its HTTP API is, without {@code /api/v1}
   * @param selector labels that its series must have, for example {@code job="chat"}
   * @param token a bearer token
   * @param user for basic authentication, where there is no token
   */
  record Server(
      @Nullable String name,
      @Nullable String url,
      @Nullable String selector,
      @Nullable String token,
      @Nullable String user,
      @Nullable String password) {

    boolean isConfigured() {
      return isPresent(url);
    }

    static boolean isPresent(@Nullable String value) {
      return value != null && !value.isBlank();
    }
  }

  TelemetrySettings {
    // Minutes are stored whole.
    step = Duration.ofMinutes(Math.max(1, step.toMinutes()));
    servers = servers.stream().filter(Server::isConfigured).toList();
    List<String> names =
        servers.stream().map(Address::of).filter(Address::isReadable).map(Address::name).toList();
    IntStream.range(0, names.size())
        .filter(n -> names.subList(0, n).contains(names.get(n)))
        .findFirst()
        .ifPresent(
            n -> {
              throw new IllegalArgumentException(
                  "COMMS_TELEMETRY_SERVERS names two servers '%s'; give each a name of its own."
                      .formatted(names.get(n)));
            });
  }
}
