package comms.telemetry;

import comms.telemetry.TelemetrySettings.Server;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/**
 * Imports the configured Prometheus servers, each on a thread of its own, so that one that fails
 * holds up nobody else. It is tried again with growing pauses and without end. Every node does it;
 * whoever comes second finds the minute done.
 */
@Component
public class PrometheusImport implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(PrometheusImport.class);
  private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
  private static final Duration TIME_TO_STOP = Duration.ofSeconds(3);

  private final TelemetrySettings settings;
  private final TelemetryStore store;
  private final List<PrometheusSource> sources = new ArrayList<>();
  private final List<SourceImport> imports = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean running;

  PrometheusImport(
      TelemetrySettings settings, TelemetryStore store, Clock clock, MeterRegistry registry) {
    this.settings = settings;
    this.store = store;
    settings.servers().forEach(server -> add(server, clock, registry));
  }

  private void add(Server server, Clock clock, MeterRegistry registry) {
    Address address = Address.of(server);
    PrometheusSource source = new PrometheusSource(address, clock, registry);
    sources.add(source);
    imports.add(
        new SourceImport(
            address.name(),
            new ScrapedMetrics(settings, Objects.requireNonNullElse(server.selector(), "")),
            new PrometheusClient(server, address, settings),
            store,
            settings,
            source));
  }

  /** How the import of each server goes on this node. */
  public List<PrometheusState> states() {
    return sources.stream().map(PrometheusSource::state).toList();
  }

  /** Stopped after the doors have closed, as the writing of events is. */
  @Override
  public int getPhase() {
    return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1;
  }

  @Override
  public void start() {
    running = true;
    for (int i = 0; i < imports.size(); i++) {
      SourceImport work = imports.get(i);
      PrometheusSource source = sources.get(i);
      threads.add(
          Thread.ofVirtual()
              .name("prometheus-" + source.state().name())
              .start(() -> run(work, source)));
    }
  }

  @Override
  public void stop() {
    running = false;
    threads.forEach(Thread::interrupt);
    try {
      for (Thread thread : threads) {
        thread.join(TIME_TO_STOP);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    threads.clear();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void run(SourceImport work, PrometheusSource source) {
    Duration afterFailure = SHORTEST_PAUSE;
    try {
      while (running) {
        if (attempt(work, source)) {
          afterFailure = SHORTEST_PAUSE;
          Thread.sleep(settings.interval());
        } else {
          Thread.sleep(drawn(afterFailure));
          afterFailure = shorter(afterFailure.multipliedBy(2), settings.longestPause());
        }
      }
    } catch (InterruptedException e) {
      log.debug("The import is told to end", e);
    }
  }

  private boolean attempt(SourceImport work, PrometheusSource source) {
    try {
      work.importUpToNow(() -> running);
      source.succeeded();
      return true;
    } catch (RuntimeException e) {
      if (running) {
        String message = message(e);
        source.failed(message);
        log.warn("Prometheus {} cannot be imported: {}", source.state().name(), message);
      }
      return false;
    }
  }

  private static String message(RuntimeException failure) {
    if (failure instanceof PrometheusFailure) {
      return String.valueOf(failure.getMessage());
    }
    String message = NestedExceptionUtils.getMostSpecificCause(failure).toString();
    return message.lines().findFirst().orElse(message);
  }

  /** From the upper half of its length, so that several nodes do not come back at once. */
  private static Duration drawn(Duration pause) {
    long half = pause.toMillis() / 2;
    return Duration.ofMillis(half + RandomGenerator.getDefault().nextLong(half + 1));
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
